import * as english from "./en/reference.ts";
import { inLanguage } from "./in-language.ts";

export const { reference } = inLanguage("reference", english);
