import { notices as english } from "./en/push.ts";
import { inLanguage } from "./in-language.ts";

export const { notices } = inLanguage("push", { notices: english });
