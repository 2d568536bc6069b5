/**
 * Measures the code finder on the real messages kept outside the checkout, compared with `parse-otp-message` from
 * npm: a table for each set, then five folds of the first with their spread. The messages are never part of the
 * project. Results are in `bench/CODES.md`.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { extract, extractCode } from "./extract.ts";
import { parseOtpMessage } from "./parse-otp-message.ts";

interface Row {
  text: string;
  code: string | null;
  sender?: string;
}
type Extract = (text: string, sender?: string) => { code: string | null; service: string | null } | null;
interface Score {
  pos: number;
  strict: number;
  lenient: number;
  macro: number;
  none: number;
  wrong: number;
  neg: number;
  fp: number;
  svcN: number;
  svcOk: number;
}
/** The exports of `score.mjs` that are used here. */
interface Scorer {
  load(file: string): Row[];
  run(fn: Extract, rows: Row[], passes?: number): { outs: unknown[] };
  score(rows: Row[], outs: unknown[]): Score;
}

/** `../shared/codes/` beside the project's folder. */
const CODES = new URL("../../../shared/codes/", import.meta.url);
/** The rules were developed on `dev`; `dev2` was held back until they were finished. */
const SETS = ["dev", "dev2"];
const FOLDS = 5;
const PASSES = 20;
const EXTRACTORS: Record<string, Extract> = {
  zapotp: extract,
  "zapotp, code only": extractCode,
  "parse-otp-message": parseOtpMessage,
};
const COLUMNS = ["strict", "lenient", "macro", "missed", "wrong", "false+", "service", "µs CPU"];

async function main(): Promise<void> {
  const file = (set: string): string => fileURLToPath(new URL(`${set}.jsonl`, CODES));
  const [sets, absent] = [
    SETS.filter((set) => existsSync(file(set))),
    SETS.filter((set) => !existsSync(file(set))),
  ];
  for (const set of absent)
    console.log(
      `bench:codes needs the measured messages, which are not part of the project: ${file(set)} is absent.`,
    );
  if (sets.length === 0) return;
  const scorer: Scorer = await import(new URL("score.mjs", CODES).href);
  for (const set of sets) printSet(scorer, set, scorer.load(file(set)));
  printFolds(scorer, sets[0] as string, scorer.load(file(sets[0] as string)));
}

function printSet(scorer: Scorer, set: string, rows: Row[]): void {
  const codes = rows.filter((row) => row.code !== null).length;
  console.log(`${set}: ${rows.length} messages, ${codes} with a code, ${rows.length - codes} without\n`);
  printRow("", COLUMNS);
  for (const [name, fn] of Object.entries(EXTRACTORS))
    printRow(name, figures(scorer.score(rows, scorer.run(fn, rows, 1).outs), cpuMicroseconds(fn, rows)));
  console.log();
}

/** CPU time per message: the minimum of several passes, because other work on the machine can only add to it. */
function cpuMicroseconds(fn: Extract, rows: Row[]): number {
  let least = Infinity;
  for (let pass = 0; pass < PASSES; pass++) {
    const before = process.cpuUsage();
    for (const { text, sender } of rows) fn(text, sender);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / rows.length);
  }
  return least;
}

function figures(score: Score, us: number): string[] {
  return [
    percent(score.strict, score.pos),
    percent(score.lenient, score.pos),
    `${(100 * score.macro).toFixed(1)} %`,
    String(score.none),
    String(score.wrong),
    percent(score.fp, score.neg),
    percent(score.svcOk, score.svcN),
    us.toFixed(1),
  ];
}

/**
 * Our rules were designed while reading these messages, so these figures are not representative of unseen messages.
 * Nothing is trained per fold; the folds show how uniform the figures are.
 */
function printFolds(scorer: Scorer, set: string, rows: Row[]): void {
  console.log(`${set} in ${FOLDS} folds by hash of the text`);
  printRow("", COLUMNS.slice(0, -1));
  const scores: Score[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const part = rows.filter((row) => foldOf(row.text) === fold);
    const score = scorer.score(part, scorer.run(extract, part, 1).outs);
    scores.push(score);
    printRow(`fold ${fold + 1} (${score.pos} + ${score.neg})`, figures(score, 0).slice(0, -1));
  }
  console.log(
    `spread: strict ${spread(scores.map((s) => s.strict / s.pos))}, macro ${spread(scores.map((s) => s.macro))}, ` +
      `false positives ${spread(scores.map((s) => s.fp / s.neg))}, service ${spread(scores.map((s) => s.svcOk / s.svcN))}`,
  );
}

function foldOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) % FOLDS;
}

/** Mean ± standard deviation, and the extremes. */
function spread(values: number[]): string {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${(100 * mean).toFixed(1)} ± ${(100 * deviation).toFixed(1)} % (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

function printRow(name: string, cells: string[]): void {
  console.log(name.padEnd(20) + cells.map((cell) => cell.padStart(11)).join(""));
}

await main();
