import { existsSync, readFileSync } from "node:fs";

/** A test that did not run. */
export interface Skip {
  test: string;
  /** Empty if no reason was given. */
  why: string;
}

/**
 * What may be missing on any machine: texts that we may not ship, a registry service that may be down, a PgBouncer that
 * tracks prepared statements, which is newer than Debian 12's, and PostgreSQL's timers on a faked clock.
 */
const expected = [
  /^the documented contract does not stand beside the project/,
  /^the registry did not answer/,
  /^PgBouncer is older than 1\.21/,
  /^PostgreSQL's own timeouts do not fire on a faked clock/,
];

/** The output of `skip-reporter.ts`. */
export function readSkips(file: string): Skip[] {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Skip);
}

/** How many were skipped, and why, in one sentence: "3 tests were skipped (2: …; 1: …)." */
export function describeSkips(skips: Skip[]): string {
  if (skips.length === 0) return "No test was skipped.";
  const reasons = [...Map.groupBy(skips, ({ why }) => why || "no reason is given")]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([why, own]) => `${own.length}: ${why}`);
  return `${skips.length} ${skips.length === 1 ? "test was" : "tests were"} skipped (${reasons.join("; ")}).`;
}

/** Those that should have run on a fully equipped machine. */
export const unexpectedSkips = (skips: Skip[]): Skip[] =>
  skips.filter(({ why }) => !expected.some((reason) => reason.test(why)));
