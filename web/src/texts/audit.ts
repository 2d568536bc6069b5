import * as english from "./en/audit.ts";
import { inLanguage } from "./in-language.ts";

export const { audit } = inLanguage("audit", english);
