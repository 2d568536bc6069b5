import { locale } from "../texts/language.ts";
import { regionName } from "./format.ts";

/** The catalogue's countries, which it names in English, in the reader's language and its order. */
export const inOurLanguage = <C extends { country: string; name: string }>(countries: C[]): C[] =>
  locale.startsWith("en")
    ? countries
    : countries
        .map((country) => ({ ...country, name: regionName(country.country) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, locale));
