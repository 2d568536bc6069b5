import metadata from "libphonenumber-js/min/metadata";
import type { PhoneFormat } from "./src/ui/group-number.ts";

/** As in the data: pattern, national format, leading digits from few to many, …, international format. */
type Given = [pattern: string, national: string, leading?: string[], ...others: unknown[]];

/** How each calling code's countries group a number, by libphonenumber's data: `{"33": […]}`. */
export function phoneFormats(): Record<string, PhoneFormat[]> {
  const codes = Object.entries(metadata.country_calling_codes as Record<string, string[]>);
  const all = codes.map(([code, [country = ""]]) => [code, formatsOf(country)] as const);
  return Object.fromEntries(all.filter(([, formats]) => formats.length > 0));
}

function formatsOf(country: string): PhoneFormat[] {
  const given = (metadata.countries as Record<string, unknown[]>)[country]?.[4];
  return Array.isArray(given) ? (given as Given[]).map(shorten) : [];
}

function shorten([pattern, national, leading, , , international]: Given): PhoneFormat {
  const format = typeof international === "string" ? international : national;
  const spaced = format.replace(/[^$\d]+/g, " ").trim();
  return [leading?.at(-1) ?? "", pattern, /^\$1( \$\d)*$/.test(spaced) ? "" : spaced];
}
