import * as english from "./en/safeguards.ts";
import { inLanguage } from "./in-language.ts";

export const { safeguards } = inLanguage("safeguards", english);
