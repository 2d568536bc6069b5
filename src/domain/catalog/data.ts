import { readFileSync } from "node:fs";
import { anyService, type sandboxCategory } from "./catalog.ts";

/** The closed list of `catalog/README.md`. */
export const categories = [
  "messenger",
  "social",
  "dating",
  "mail",
  "shopping",
  "marketplace",
  "delivery",
  "food",
  "transport",
  "travel",
  "games",
  "gambling",
  "entertainment",
  "news",
  "work",
  "education",
  "identity",
  "telecom",
  "health",
  "rewards",
  "software",
  "bank",
  "payments",
  "government",
  "crypto",
  "other",
] as const;
export type Category = (typeof categories)[number];

/** Nobody may receive these codes on a rented number, unless the operator allows the service. */
export const restrictedCategories: readonly Category[] = ["bank", "payments", "government", "crypto"];

export interface ServiceEntry {
  slug: string;
  name: string;
  /** The sandbox's services are not part of the file; they are defined in code. */
  category: Category | typeof sandboxCategory;
  aliases: string[];
}

export interface CountryEntry {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  /** Digits without `+`; empty for the two uninhabited territories without a dialling plan. */
  dialCode: string;
}

/** Services with one owner, or a shared sign-in: a code for one may open an account at another. */
export interface FamilyEntry {
  name: string;
  /** Those of `services` that send codes for the others as well. */
  signIn: string[];
  /** Slugs, at least two; the family is named by the first one. */
  services: string[];
}

const folder = new URL("../../../catalog/", import.meta.url);
const services = "services.tsv";
const families = "families.tsv";
const countries = "countries.tsv";

/** The services of `catalog/services.tsv`. Throws an error that names the faulty line. */
export function readServices(): ServiceEntry[] {
  return parseServices(readFileSync(new URL(services, folder), "utf8"));
}

/** The families of `catalog/families.tsv`. Throws an error that names the faulty line. */
export function readFamilies(): FamilyEntry[] {
  const slugs = new Set(readServices().map(({ slug }) => slug));
  return parseFamilies(readFileSync(new URL(families, folder), "utf8"), slugs);
}

/** The countries of `catalog/countries.tsv`. Throws an error that names the faulty line. */
export function readCountries(): CountryEntry[] {
  return parseCountries(readFileSync(new URL(countries, folder), "utf8"));
}

export function parseServices(text: string): ServiceEntry[] {
  const names = new Set<string>();
  let last = "";
  return parseTable(
    services,
    "slug\tname\tcategory\taliases",
    text,
    ([slug = "", name = "", category = "", list = ""]) => {
      if (slug <= last) throw new Error(`"${slug}" is not sorted after "${last}"`);
      last = slug;
      if (!isNameProper(name)) throw new Error(`"${name}" is not a name`);
      if (!isCategory(category)) throw new Error(`"${category}" is not a category`);
      const aliases = list === "" ? [] : list.split(",");
      for (const each of [slug, ...aliases]) claim(each);
      return { slug, name, category, aliases };
    },
  );

  function claim(slug: string): void {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Error(`"${slug}" is not a slug`);
    if (names.has(slug)) throw new Error(`"${slug}" is a slug or alias of another line, too`);
    names.add(slug);
  }
}

/** @param slugs those of the catalogue */
export function parseFamilies(text: string, slugs: ReadonlySet<string>): FamilyEntry[] {
  const seen = new Map<string, string>();
  let last = "";
  return parseTable(families, "family\tsign_in\tservices", text, ([name = "", signIn = "", list = ""]) => {
    if (name <= last) throw new Error(`"${name}" is not sorted after "${last}"`);
    last = name;
    const members = list.split(",");
    if (members.length < 2) throw new Error("a family has two services at least");
    for (const slug of members) join(slug, name);
    const signsIn = signIn === "" ? [] : signIn.split(",");
    const stranger = signsIn.find((slug) => !members.includes(slug));
    if (stranger !== undefined) throw new Error(`"${stranger}" signs in and is no member`);
    return { name, signIn: signsIn, services: members };
  });

  function join(slug: string, name: string): void {
    if (slug === anyService) throw new Error(`"${slug}" stands for every service and has no relatives`);
    if (!slugs.has(slug)) throw new Error(`"${slug}" is not a service of the catalogue`);
    const other = seen.get(slug);
    if (other !== undefined) throw new Error(`"${slug}" is a member of "${other}", too`);
    seen.set(slug, name);
  }
}

export function parseCountries(text: string): CountryEntry[] {
  let last = "";
  return parseTable(countries, "code\tname\tdial_code", text, ([code = "", name = "", dialCode = ""]) => {
    if (!/^[A-Z]{2}$/.test(code)) throw new Error(`"${code}" is not a country code`);
    if (code <= last) throw new Error(`"${code}" is not sorted after "${last}"`);
    last = code;
    if (!isNameProper(name)) throw new Error(`"${name}" is not a name`);
    if (!/^([1-9]\d{0,2})?$/.test(dialCode)) throw new Error(`"${dialCode}" is not a dial code`);
    return { code, name, dialCode };
  });
}

function parseTable<T>(file: string, header: string, text: string, parse: (fields: string[]) => T): T[] {
  const [first, ...lines] = text.replace(/\n$/, "").split("\n");
  if (first !== header) throw new Error(`${file}, line 1: the header is not "${header}"`);
  const width = header.split("\t").length;
  return lines.map((line, index) => {
    const fields = line.split("\t");
    try {
      if (fields.length !== width) throw new Error(`${fields.length} fields instead of ${width}`);
      return parse(fields);
    } catch (cause) {
      throw new Error(
        `${file}, line ${index + 2}: ${cause instanceof Error ? cause.message : String(cause)}`,
        { cause },
      );
    }
  });
}

function isNameProper(name: string): boolean {
  return name !== "" && name === name.trim() && !/[\p{Cc}]/u.test(name);
}

function isCategory(category: string): category is Category {
  return categories.some((known) => known === category);
}
