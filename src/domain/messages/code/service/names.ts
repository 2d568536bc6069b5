/** Names of services and how a stretch of text is looked up among them. */
import { UNSPACED, scriptOf } from "../scripts.ts";
import { BRANDS } from "./brands.ts";
import { keyOf } from "./keys.ts";

/** A service as the catalogue lists it. */
export interface ServiceNames {
  slug: string;
  name: string;
  aliases: readonly string[];
}

/** Folded names to slugs. `unspaced` holds the names of scripts without spaces, by their first letter. */
export interface NameIndex {
  byKey: ReadonlyMap<string, string>;
  unspaced: ReadonlyMap<string, readonly string[]>;
  /** First words of all names, so that most words of a message need only one look-up. */
  starts: ReadonlySet<string>;
}

/** The catalogue first, then built-in brands that it lacks. */
export function indexNames(services: readonly ServiceNames[]): NameIndex {
  const byKey = new Map<string, string>();
  const starts = new Set<string>();
  for (const { slug, name, aliases } of services) {
    for (const part of [slug, name, ...name.split(/[,/+|]/)]) addName(byKey, starts, part, slug);
    for (const alias of aliases) if (!isProtocolCode(alias)) addName(byKey, starts, alias, slug);
  }
  for (const [slug, names] of Object.entries(BRANDS)) {
    const all = [slug, ...names.split("|")];
    const catalogued = all.map((n) => byKey.get(keyOf(n))).find((s) => s !== undefined);
    for (const name of all) addName(byKey, starts, name, catalogued ?? slug);
  }
  return { byKey, unspaced: byFirstLetter(byKey), starts };
}

/** `wa`, `go`, `ok`, `axw`: how other protocols abbreviate services. In a message they are ordinary words. */
function isProtocolCode(alias: string): boolean {
  return /^[a-z0-9]{1,3}$/i.test(alias);
}

function addName(byKey: Map<string, string>, starts: Set<string>, name: string, slug: string): void {
  const key = keyOf(name);
  if (key.length < 2) return;
  if (!byKey.has(key)) byKey.set(key, slug);
  const first = name
    .trim()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .find((word) => word !== "");
  starts.add(keyOf(first ?? name));
}

function byFirstLetter(byKey: ReadonlyMap<string, string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const key of byKey.keys()) {
    if (scriptOf(key.charCodeAt(0)) !== UNSPACED) continue;
    const first = key[0] as string;
    index.set(
      first,
      [...(index.get(first) ?? []), key].toSorted((a, b) => b.length - a.length),
    );
  }
  return index;
}

/** A slug for a brand in no list: `Yik Yak` → `yik-yak`, `普通话学习` as it is. */
export function deriveSlug(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
}
