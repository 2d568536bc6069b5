import { pick } from "./pick.ts";

/** Languages the sandbox writes in, besides English, with the countries where services use them. */
const spoken = {
  es: "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PY SV UY VE",
  fr: "BE BF BI BJ BL CD CF CG CI CM DJ FR GA GF GN GP HT KM LU MC MF MG ML MQ NC NE PF PM RE SN TD TG WF YT",
  de: "AT CH DE LI",
  pt: "AO BR CV GW MZ PT ST TL",
  it: "IT SM VA",
  nl: "NL SR",
  pl: "PL",
  ru: "BY KG KZ RU TJ TM UZ",
  uk: "UA",
  ar: "AE BH DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE",
  fa: "AF IR",
  hi: "IN",
  id: "ID",
  zh: "CN HK MO TW",
  ja: "JP",
  ko: "KP KR",
  tr: "TR",
  th: "TH",
  vi: "VN",
  sw: "KE TZ UG",
  ha: "NG",
  yo: "NG",
  ig: "NG",
} as const;

export type Language = keyof typeof spoken | "en";

/** Countries where services write English more often than a local language. */
const mostlyEnglish = "IN KE NG UG";
const englishShare = 0.75;

const languagesByCountry = new Map<string, Language[]>();
for (const [language, countries] of Object.entries(spoken) as [Language, string][]) {
  for (const country of countries.split(" ")) {
    languagesByCountry.set(country, [...(languagesByCountry.get(country) ?? []), language]);
  }
}

/** A language that a service would use for a number of the country (ISO 3166-1 alpha-2); English if none is known. */
export function languageOf(country: string, random: () => number): Language {
  const local = languagesByCountry.get(country);
  if (!local) return "en";
  if (mostlyEnglish.includes(country) && random() < englishShare) return "en";
  return pick(local, random);
}
