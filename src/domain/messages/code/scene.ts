/**
 * Everything that the weighing needs to know about a message, prepared once: words with roles, distances, the overall
 * mood.
 */
import type { Candidate } from "./candidate.ts";
import { settleCompounds } from "./compounds.ts";
import type { Distances } from "./distances.ts";
import { SENTENCE, breaksBetween, measure, strangeBetween } from "./distances.ts";
import type { Role, Word } from "./lexicon.ts";
import { startsClause } from "./places.ts";
import { isDigitUnit } from "./scripts.ts";

export interface Scene extends Distances {
  folded: string;
  /** Whether the original has a capital letter where `folded[i]` was read. */
  isCapital: (index: number) => boolean;
  words: readonly Word[];
  candidates: readonly Candidate[];
  /** How often each role occurs. */
  count: Readonly<Record<Role, number>>;
  /** Letters and digits outside the candidates. */
  letters: number;
  /** Nouns that belong to a warning: `never share your OTP`. */
  warned: ReadonlySet<Word>;
  /** Plain code nouns with a purpose: `код для входа`, `SMS code to log into`, `code à saisir`. */
  purposeful: ReadonlySet<Word>;
  /** Candidates that the message says are no longer valid: `551904 has expired`. */
  spent: ReadonlySet<Candidate>;
}

const NO_WORDS: Readonly<Record<Role, number>> = {
  otp: 0,
  approval: 0,
  code: 0,
  verify: 0,
  enter: 0,
  with: 0,
  link: 0,
  copula: 0,
  share: 0,
  doubt: 0,
  valid: 0,
  stale: 0,
  old: 0,
  id: 0,
  phone: 0,
  promo: 0,
  notice: 0,
  fetch: 0,
  done: 0,
  unit: 0,
  money: 0,
  month: 0,
};

/** Words that may stand between a noun and its code without separating them. */
const NEUTRAL: ReadonlySet<Role> = new Set<Role>([
  "otp",
  "approval",
  "code",
  "verify",
  "enter",
  "with",
  "link",
  "copula",
]);

/** No message written by people has more words of these roles; the rest is not examined. */
const MAX_WORDS = 200;

/** `isCapital(i)` is true if the original has a capital letter. */
export function prepareScene(
  folded: string,
  spoken: readonly Word[],
  candidates: readonly Candidate[],
  isCapital: (index: number) => boolean,
): Scene {
  const counted = spoken.length <= MAX_WORDS ? spoken : [...spoken.slice(0, 150), ...spoken.slice(-50)];
  const words = settleCompounds(
    counted.filter((word) => !isInName(folded, word, isCapital)),
    folded,
  );
  const count = { ...NO_WORDS };
  const neutral = new Uint8Array(folded.length);
  for (const word of words) {
    count[word.role]++;
    if (NEUTRAL.has(word.role)) neutral.fill(1, word.start, word.end);
  }
  const { letters, ...distances } = measure(folded, neutral, isCapital);
  const inCandidates = candidates.reduce((sum, { plain }) => sum + plain.length, 0);
  const scene = {
    folded,
    isCapital,
    words,
    candidates,
    count,
    letters: letters - inCandidates,
    ...distances,
  };
  return {
    ...scene,
    warned: findWarned(scene),
    purposeful: findPurposeful(scene),
    spent: findSpent(scene),
  };
}

/** `Bet366`: the beginning of a name; `SAVE20` is an offer. */
function isInName(folded: string, { role, end }: Word, isCapital: (index: number) => boolean): boolean {
  return role === "promo" && isDigitUnit(folded.charCodeAt(end)) && !isCapital(end - 1);
}

type Measured = Omit<Scene, "warned" | "purposeful" | "spent">;

function findWarned(scene: Measured): Set<Word> {
  const warned = new Set<Word>();
  if (scene.count.share === 0) return warned;
  let warning: Word | null = null;
  for (const word of scene.words) {
    if (word.role === "share") warning = word;
    else if (isNoun(word) && warning && isOneBreath(scene, warning, word, 30)) warned.add(word);
  }
  return warned;
}

/** Whether a word means a code. */
export function isNoun({ role }: Pick<Word, "role">): boolean {
  return role === "otp" || role === "code" || role === "approval";
}

function findPurposeful(scene: Measured): Set<Word> {
  const purposes = scene.words.filter(
    (w) => w.role === "verify" || (w.role === "enter" && scene.count.promo === 0),
  );
  const nouns = scene.count.code === 0 ? [] : scene.words.filter((w) => w.role === "code");
  return new Set(nouns.filter((noun) => purposes.some((p) => isOneBreath(scene, p, noun, 40))));
}

/** Strange letters between a number and the verb that invalidates it. */
const SPENT_REACH = 24;

/** A verb that invalidates a code refers to the last number before it in its sentence. */
function findSpent(scene: Measured): Set<Candidate> {
  const spent = new Set<Candidate>();
  if (scene.count.stale === 0) return spent;
  for (const word of scene.words) {
    if (word.role !== "stale") continue;
    const { start } = word;
    const next = startsClause(scene.folded, start) && objectOf(scene, word);
    if (next) spent.add(next);
    const last = scene.candidates.findLast((c) => c.end <= start);
    if (
      last &&
      strangeBetween(scene, last.end, start) <= SPENT_REACH &&
      breaksBetween(scene, last.end, start) < SENTENCE
    )
      spent.add(last);
  }
  return spent;
}

/** `انتهت صلاحية الرمز 551904`: if the verb comes first, the noun and its number follow. */
function objectOf(scene: Measured, { end }: Word): Candidate | undefined {
  const next = scene.candidates.find((c) => c.start >= end);
  const noun = scene.words.find((w) => isNoun(w) && w.start >= end);
  if (!next || !noun || noun.end > next.lead || strangeBetween(scene, noun.end, next.lead) > 0) return;
  if (scene.words.some((w) => w.role === "copula" && w.start >= noun.end && w.end <= next.lead)) return;
  return breaksBetween(scene, end, next.lead) === 0 && noun.start - end <= SPENT_REACH ? next : undefined;
}

/** Two words of one sentence with at most this many strange letters between. */
function isOneBreath(scene: Measured, a: Word, b: Word, strange: number): boolean {
  const [from, to] = a.start < b.start ? [a.end, b.start] : [b.end, a.start];
  return (
    from > to || (breaksBetween(scene, from, to) < SENTENCE && strangeBetween(scene, from, to) <= strange)
  );
}
