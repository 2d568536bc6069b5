import * as english from "./en/docs.ts";
import { inLanguage } from "./in-language.ts";

export const { docs } = inLanguage("docs", english);
