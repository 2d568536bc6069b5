import * as english from "./en/limits.ts";
import { inLanguage } from "./in-language.ts";

export const { limits } = inLanguage("limits", english);
