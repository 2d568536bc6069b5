import * as english from "./en/register.ts";
import { inLanguage } from "./in-language.ts";

export const { register } = inLanguage("register", english);
