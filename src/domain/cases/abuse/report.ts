/** What a report is about. */
export const categories = ["fraud", "harassment", "my_number", "illegal", "other"] as const;
export type Category = (typeof categories)[number];

/** What the operator does about it. */
export const outcomes = ["number_retired", "account_suspended", "nothing"] as const;
export type Outcome = (typeof outcomes)[number];

export const reportStates = ["open", "decided", "appealed"] as const;
export type ReportState = (typeof reportStates)[number];

/** The two sides of a case, each of which may appeal once. */
export type Side = "reporter" | "customer";

export interface Report {
  id: number;
  category: Category;
  /** Digits; null once the case's particulars are erased. */
  number: string | null;
  happenedAt: Date | null;
  accountId: number | null;
  state: ReportState;
  outcome: Outcome | null;
  createdAt: Date;
  dueAt: Date;
  decidedAt: Date | null;
  appealUntil: Date | null;
  erasedAt: Date | null;
}

/** One step of a case. */
export interface Entry {
  at: Date;
  kind: "report" | "decision" | "appeal";
  side: Side | "operator";
  outcome: Outcome | null;
  /** Of a report or an appeal: when its decision is due; of a decision: when it was due. Null: from before this was noted. */
  dueAt: Date | null;
  /** Null once it is erased. */
  words: Words | null;
}

/** A report or an appeal as it was written; or the reasons of a decision, for the sides that are told of it. */
export interface Words {
  text?: string;
  toReporter?: string;
  toCustomer?: string;
}

/** Who acts, in the audit log; no member has this name, because it has a space. */
export const aReporter = "a reporter";

/** How a case is called: in letters, on pages and in the audit log. */
export const caseName = (id: number): string => `R${id}`;

type Step = Pick<Entry, "kind" | "side">;

/** Whether a side has used its one appeal. */
export const hasAppealed = (entries: readonly Step[], side: Side): boolean =>
  entries.some((entry) => entry.kind === "appeal" && entry.side === side);

/** Whether a side may appeal now: once, also while the other side's appeal waits. */
export const mayAppeal = (
  report: Pick<Report, "state" | "appealUntil">,
  entries: readonly Step[],
  side: Side,
  at: Date,
): boolean =>
  report.state !== "open" &&
  report.appealUntil !== null &&
  at <= report.appealUntil &&
  !hasAppealed(entries, side);

/** The sides whose appeals wait for a decision. */
export const appellantsOf = (entries: readonly Step[]): Step["side"][] =>
  entries
    .slice(entries.findLastIndex(({ kind }) => kind === "decision") + 1)
    .filter(({ kind }) => kind === "appeal")
    .map(({ side }) => side);
