import * as english from "./en/operator.ts";
import { inLanguage } from "./in-language.ts";

export const { operator } = inLanguage("operator", english);
