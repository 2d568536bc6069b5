import * as english from "./en/privacy.ts";
import { inLanguage } from "./in-language.ts";

export const { privacy } = inLanguage("privacy", english);
