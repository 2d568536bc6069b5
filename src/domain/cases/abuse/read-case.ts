import type { Queryable } from "../../../kit/db.ts";
import type { Deps } from "../../deps.ts";
import { sha256 } from "../../../kit/secrets.ts";
import { reportNotFound } from "./errors.ts";
import { findReportByToken, listEntries, listReportsAbout } from "./queries.ts";
import { appellantsOf, mayAppeal, type Entry, type Report, type Side } from "./report.ts";
import { openWords } from "./sealed-case.ts";

/** A case as one side sees it; `appealed` only if it appealed itself: it learns nothing of the other. */
export interface SideOfCase extends Omit<Report, "accountId" | "createdAt" | "dueAt"> {
  /** Null for the customer: when somebody reported would tell who it may have been. */
  createdAt: Date | null;
  /** Null while this side waits for nothing. */
  dueAt: Date | null;
  entries: (Omit<Entry, "words" | "dueAt"> & { text: string | null })[];
  mayAppeal: boolean;
}

export type ReadDeps = Pick<Deps, "clock" | "sealer"> & { db: Queryable };

/** A case as its reporter sees it: who had the number, and whether anybody had, is only in what a decision says. */
export async function readReportersCase(deps: ReadDeps, token: string): Promise<SideOfCase> {
  const report = await findReportByToken(deps.db, sha256(token));
  if (!report) throw reportNotFound();
  return showSide(report, await readEntries(deps, [report.id]), "reporter", deps.clock.now());
}

/** The decided cases about a customer, newest first, without anything that the reporter said. */
export async function readCustomersCases(deps: ReadDeps, accountId: number): Promise<SideOfCase[]> {
  const reports = await listReportsAbout(deps.db, accountId);
  const entries = await readEntries(
    deps,
    reports.map(({ id }) => id),
  );
  return reports.map((report) => {
    const own = entries.filter(({ reportId }) => reportId === report.id);
    const side = showSide(report, own, "customer", deps.clock.now());
    // These times would tell who may have reported it.
    return { ...side, happenedAt: null, createdAt: null };
  });
}

function showSide(
  { accountId: _account, ...report }: Report,
  entries: Entry[],
  side: Side,
  at: Date,
): SideOfCase {
  const reasons = side === "reporter" ? "toReporter" : "toCustomer";
  const isOwn = (entry: Entry): boolean =>
    entry.side === side || (entry.side === "operator" && entry.words?.[reasons] !== undefined);
  const isOthers = report.state === "appealed" && !appellantsOf(entries).includes(side);
  const state = isOthers ? "decided" : report.state;
  const own = entries.filter(isOwn);
  return {
    ...report,
    state,
    decidedAt: own.findLast(({ kind }) => kind === "decision")?.at ?? null,
    // Its own day: that of the case may be from the other side's appeal.
    dueAt:
      state === "decided" ? null : (own.findLast(({ kind }) => kind !== "decision")?.dueAt ?? report.dueAt),
    entries: own.map(({ words, at: since, kind, side: by, outcome }) => ({
      at: since,
      kind,
      side: by,
      outcome,
      text: (by === "operator" ? words?.[reasons] : words?.text) ?? null,
    })),
    mayAppeal: mayAppeal(report, entries, side, at),
  };
}

/** What was said in cases, opened. */
export async function readEntries(
  { db, sealer }: ReadDeps,
  reportIds: number[],
): Promise<(Entry & { reportId: number })[]> {
  return (await listEntries(db, reportIds)).map(({ id, wordsSealed, ...entry }) => ({
    ...entry,
    words: openWords(sealer, { id, wordsSealed }),
  }));
}
