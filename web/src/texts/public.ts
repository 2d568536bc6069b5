import * as english from "./en/public.ts";
import { inLanguage } from "./in-language.ts";

export const { publicNav, prices, changelog, terms } = inLanguage("public", english);
