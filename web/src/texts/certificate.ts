import * as english from "./en/certificate.ts";
import { inLanguage } from "./in-language.ts";

export const { certificate } = inLanguage("certificate", english);
