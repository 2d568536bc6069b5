import * as english from "./en/stock.ts";
import { inLanguage } from "./in-language.ts";

export const { stock } = inLanguage("stock", english);
