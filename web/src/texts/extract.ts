import * as english from "./en/extract.ts";
import { inLanguage } from "./in-language.ts";

export const { extract } = inLanguage("extract", english);
