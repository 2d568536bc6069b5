import { dirname } from "node:path";
import type { Mutant } from "./instrument.ts";
import type { Verdict } from "./judge.ts";

export interface Judged {
  mutant: Mutant;
  /** Undefined: not tried yet. */
  verdict: Verdict | undefined;
}

/** A line for each folder, and one for all; returns the share of tried mutants that were killed. */
export function printScores(judged: Judged[]): number {
  for (const [folder, own] of Map.groupBy(judged, ({ mutant }) => dirname(mutant.file)))
    printScore(folder, own);
  return printScore("all", judged);
}

function printScore(name: string, judged: Judged[]): number {
  const tried = judged.filter(({ verdict }) => verdict !== undefined);
  const killed = tried.filter(({ verdict }) => verdict === "killed").length;
  const share = tried.length === 0 ? 1 : killed / tried.length;
  console.log(
    `${(share * 100).toFixed(1).padStart(5)} %  ${name}: ${killed} of ${tried.length} noticed, ${judged.length - tried.length} not tried`,
  );
  return share;
}
