import * as english from "./en/lines.ts";
import { inLanguage } from "./in-language.ts";

export const { lines } = inLanguage("lines", english);
