import * as english from "./en/standing.ts";
import { inLanguage } from "./in-language.ts";

export const { standing } = inLanguage("standing", english);
