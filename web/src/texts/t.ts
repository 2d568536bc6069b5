import { en } from "./en.ts";
import { inLanguage } from "./in-language.ts";

/** Every text of the dashboard, in the reader's language. */
export const t = inLanguage("dashboard", en);
