/** Where a message names its sender: brackets, labels, `your … code`, signatures. Finds the stretch, not the meaning. */
import { DIGIT, LATIN, NONE, scriptOf } from "../scripts.ts";
import { LATIN_NAME, SLOT_PATTERNS } from "./slot-patterns.ts";

/** A stretch of text that stands where a brand stands. `own` is how sure the place alone makes it. */
export interface Slot {
  name: string;
  own: number;
}

const HEAD = 700;
const TAIL = 160;
const MAX_MATCHES = 3;
const MAX_RUNS = 5;

/** Marks without width and double blanks would part what belongs together. */
const MARKS = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** All slots of a message. Reads at most its head and tail. */
export function findSlots(text: string): Slot[] {
  const part = text.length > HEAD + TAIL ? `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}` : text;
  const clean = part.replace(MARKS, "").replace(/[ \t\u00a0]{2,}|[\t\u00a0]/g, " ");
  const slots: Slot[] = [];
  for (const { pattern, own, needs } of SLOT_PATTERNS) {
    if (!needs || clean.includes(needs)) addMatches(clean, pattern, own, slots);
  }
  addHosts(clean, slots);
  if (isMostlyForeign(clean)) addLatinRuns(clean, slots);
  return slots;
}

/** The first match is the likeliest; a second or third may name somebody where the first names nobody. */
function addMatches(text: string, pattern: RegExp, own: number, slots: Slot[]): void {
  pattern.lastIndex = 0;
  for (let n = 0; n < MAX_MATCHES; n++) {
    const name = pattern.exec(text)?.[1]?.trim();
    if (!name) return;
    slots.push({ name, own: own - n * 0.02 });
  }
}

const SHORTENERS =
  /^(?:bit\.ly|goo\.gl|t\.co|tinyurl\.com|is\.gd|cutt\.ly|rb\.gy|s\.id|ow\.ly|rebrand\.ly|shorturl\.at)$/i;

/** `https://lark.example/x`: the host speaks for the sender, unless it only shortens links. */
function addHosts(text: string, slots: Slot[]): void {
  if (!text.includes("://")) return;
  for (const [, host = ""] of text.matchAll(/:\/\/([a-z0-9.-]{4,60})/gi)) {
    if (!SHORTENERS.test(host)) slots.push({ name: host.toLowerCase(), own: 0.66 });
  }
}

/** Runs of Latin words; not the tail of a path, not what follows `Ref`. */
const RUNS = new RegExp(
  `(?<![\\p{L}\\p{N}/.@:+=-])(?<!(?:[Rr]ef|REF|อ้างอิง)[^A-Za-z\\n]{0,8})${LATIN_NAME}`,
  "gu",
);

/** Thai, Chinese, Arabic … messages write brands in Latin letters, wherever they stand. */
function addLatinRuns(text: string, slots: Slot[]): void {
  const end = text.trimEnd().length - 1;
  let found = 0;
  for (const match of text.matchAll(RUNS)) {
    const name = match[1] as string;
    if (/\d{3}|\d[A-Za-z]+\d/.test(name)) continue;
    const isLast = match.index + name.length >= end;
    slots.push({ name, own: 0.62 - found * 0.01 + (isLast ? 0.05 : 0) });
    if (++found === MAX_RUNS) return;
  }
}

function isMostlyForeign(text: string): boolean {
  let latin = 0;
  let foreign = 0;
  for (let i = 0; i < text.length; i++) {
    const script = scriptOf(text.charCodeAt(i));
    if (script === LATIN) latin++;
    else if (script !== NONE && script !== DIGIT) foreign++;
  }
  return foreign > latin / 2;
}
