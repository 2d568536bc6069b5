import * as english from "./en/palette.ts";
import { inLanguage } from "./in-language.ts";

export const { palette, paletteWords, countryWords, shortcuts } = inLanguage("palette", english);
