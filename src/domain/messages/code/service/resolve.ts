/** Turns a name on its own (a sender, a host) into a service: a known name in it, or a new slug. */
import type { RecognizedService } from "../../service.ts";
import { COMMON_WORDS } from "./common-words.ts";
import { HOLLOW } from "./hollow.ts";
import { keyOf } from "./keys.ts";
import type { NameIndex } from "./names.ts";
import { deriveSlug } from "./names.ts";

/** Looks a stretch up as a whole, then its parts; `own` is the confidence of the position it was in. */
export function resolveName(index: NameIndex, stretch: string, own: number): RecognizedService | null {
  const all = index.byKey.get(keyOf(stretch));
  if (all && !isUnlikely(stretch))
    return { slug: all, name: stretch.trim(), confidence: Math.min(0.99, own + 0.08), known: true };
  const name = trimmed(stretch);
  if (name === "") return null;
  const whole = index.byKey.get(keyOf(name)) ?? index.byKey.get(keyOf(withoutDomain(name)));
  if (whole && !isUnlikely(name))
    return { slug: whole, name, confidence: Math.min(0.99, own + 0.08), known: true };
  const part = knownPart(index, name);
  if (part) return { slug: part.slug, name: part.name, confidence: own, known: true };
  const slug = deriveSlug(withoutDomain(name));
  if (/^[\d-]*$/.test(slug) || isTooShort(name)) return null;
  return { slug, name, confidence: own - 0.1, known: false };
}

/** Two letters name something only in capitals (`EA`, `HB`) or in a script where two letters are a word. */
function isTooShort(name: string): boolean {
  return keyOf(name).length < 3 && !/^[\p{Lu}\p{Lo}\p{N}]{2}$/u.test(name);
}

/** `ok`, `no`, `me` in small letters are words even where a brand is expected. */
function isUnlikely(name: string): boolean {
  return /^[a-z]{1,3}$/.test(name);
}

/**
 * The label of a host that contains the name: `www.affirm.com`, `login.lark.co.th`, `Flatmates.com.au`; else the name
 * itself.
 */
function withoutDomain(name: string): string {
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(name) || /\.\p{Lu}/u.test(name)) return name;
  const labels = name.split(".");
  labels.pop();
  if (labels.length > 1 && /^(?:com?|net|org|gov|go|ac|edu|or|ne|in)$/i.test(labels.at(-1) as string))
    labels.pop();
  // A platform that hosts others' links (`lark.onelink.me`): the name comes before it.
  if (labels.length > 1 && /^(?:onelink|page|app|link|github|web|vercel)$/i.test(labels.at(-1) as string))
    labels.pop();
  return labels.at(-1) as string;
}

/** Meaningless words are dropped at both ends: `your new Acme account` → `Acme`. */
function trimmed(stretch: string): string {
  const words = stretch.trim().split(/\s+/);
  while (words.length > 0 && isEmpty(words[0] as string)) words.shift();
  while (words.length > 0 && isEmpty(words.at(-1) as string)) words.pop();
  return words.join(" ").replace(/^[\s"'“”«»‘’.,:;!-]+|[\s"'“”«»‘’.,:;!-]+$/g, "");
}

function isEmpty(word: string): boolean {
  const key = keyOf(word);
  return key === "" || /^\d+$/.test(key) || HOLLOW.has(key);
}

/** A known name of at least four letters among the words of a stretch: `Amex SafeKey`, `TikTok Ads`. */
function knownPart(index: NameIndex, name: string): { slug: string; name: string } | null {
  const words = name.split(/\s+/);
  for (let size = words.length - 1; size > 0; size--) {
    for (let i = 0; i + size <= words.length; i++) {
      const part = words.slice(i, i + size).join(" ");
      const key = keyOf(part);
      const slug =
        key.length >= 4 && !(size === 1 && COMMON_WORDS.has(key)) ? index.byKey.get(key) : undefined;
      if (slug) return { slug, name: part };
    }
  }
  return null;
}
