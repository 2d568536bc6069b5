/** Words inside words, and words that belong together: inside `claim code` there is no code. */
import type { Role, Word } from "./lexicon.ts";
import { LATIN, scriptOf } from "./scripts.ts";

/** The longer phrase wins, and a noun beside a numbered thing means that thing's number. */
export function settleCompounds(words: readonly Word[], folded: string): Word[] {
  return mergeIdentifiers(dropCovered(words), folded);
}

const YIELDING: ReadonlySet<Role> = new Set<Role>([
  "otp",
  "approval",
  "code",
  "id",
  "promo",
  "verify",
  "phone",
]);

/** Inside `claim code` there is no code, and inside `account code` no account. */
function dropCovered(words: readonly Word[]): Word[] {
  const nouns = words.filter((w) => YIELDING.has(w.role) && w.role !== "phone");
  return words.filter((w) => !YIELDING.has(w.role) || !isCovered(nouns, w));
}

function isCovered(nouns: readonly Word[], word: Word): boolean {
  for (const noun of nouns) {
    if (noun.start > word.start) return false; // Words are in the order of their starts, except for endings.
    // `เปลี่ยนเบอร์`, `phone number`: a purpose keeps its phone, but not its code.
    if (noun.role === "verify" && word.role !== "phone") continue;
    if (noun.role !== word.role && covers(noun, word)) return true;
  }
  return false;
}

/** `注文番号`, `番号は`: a noun that begins inside a longer one ends with it. */
function covers(longer: Word, shorter: Word): boolean {
  if (longer.start < shorter.start && shorter.start < longer.end && longer.end < shorter.end)
    return longer.end - longer.start > shorter.end - shorter.start;
  return (
    longer.start <= shorter.start &&
    longer.end >= shorter.end &&
    longer.end - longer.start > shorter.end - shorter.start
  );
}

/** `product code`, `产品编码`, `código del producto`: a plain noun and a thing side by side are one identifier. */
function mergeIdentifiers(words: readonly Word[], folded: string): Word[] {
  const merged: Word[] = [];
  for (const word of words) {
    const partner = merged.findLast((other) => other.end <= word.start && isHalf(other, word));
    if (!partner || !areTied(folded, partner, word)) {
      merged.push(word);
      continue;
    }
    const thing = partner.role === "code" ? word : partner;
    merged[merged.indexOf(partner)] = { ...thing, start: partner.start, end: word.end };
  }
  return merged;
}

const THINGS: ReadonlySet<Role> = new Set<Role>(["id", "promo"]);

function isHalf(first: Word, second: Word): boolean {
  return (
    (first.role === "code" && THINGS.has(second.role)) || (THINGS.has(first.role) && second.role === "code")
  );
}

/** The genitives of languages that put the thing second. */
const OF = /^ (?:de|du|d'|des|del|della|di|do|da|dos|of|ng|ya|ta|ni|for) $/;

/** `Apple ID code`: an identifier of two letters is part of many a name. */
const SHORTEST_THING = 3;

function areTied(folded: string, first: Word, second: Word): boolean {
  const thing = first.role === "code" ? second : first;
  if (thing.end - thing.start < SHORTEST_THING && scriptOf(folded.charCodeAt(thing.start)) === LATIN)
    return false;
  if (second.start - first.end > 7) return false;
  const between = folded.slice(first.end, second.start);
  if (between === "" || between === "-") return true;
  if (between === " ") return true;
  // `551904 is your code for order 88213`: one number is the order's, the other the code.
  if (between === " for " && /^\W{0,3}\d/.test(folded.slice(second.end, second.end + 4))) return false;
  return first.role === "code" && OF.test(between);
}
