import { findAccount } from "../../accounts/queries.ts";
import { reportNotFound } from "./errors.ts";
import { findOwnNumber, findReport, listHolders, type Holder, type OwnNumber } from "./queries.ts";
import { readEntries, type ReadDeps } from "./read-case.ts";
import { appellantsOf, type Entry, type Report, type Side } from "./report.ts";
import { openContact } from "./sealed-case.ts";

/** A case as the operator sees it: everything that is needed to decide it. */
export interface ReviewedCase extends Report {
  /** Of the customer whom it is about. */
  account: string | null;
  /** Of the reporter. */
  email: string | null;
  entries: Entry[];
  /** The sides whose appeals wait. */
  appellants: Side[];
  ownNumber: OwnNumber | null;
  holders: (Holder & { atTheTime: boolean })[];
}

const mostHolders = 50;

/** Refuses `report_not_found`. */
export async function reviewCase(deps: ReadDeps, id: number): Promise<ReviewedCase> {
  const { db, sealer } = deps;
  const found = await findReport(db, id);
  if (!found) throw reportNotFound();
  const { contactSealed, ...report } = found;
  const { number, accountId, happenedAt } = report;
  const entries = await readEntries(deps, [id]);
  const holders = number === null ? [] : await listHolders(db, number, { limit: mostHolders });
  return {
    ...report,
    account: accountId === null ? null : ((await findAccount(db, String(accountId)))?.username ?? null),
    email: openContact(sealer, { id, contactSealed })?.email ?? null,
    entries,
    appellants: appellantsOf(entries).filter((side) => side !== "operator"),
    ownNumber: number === null ? null : ((await findOwnNumber(db, number)) ?? null),
    holders: holders.map((holder) => ({ ...holder, atTheTime: isAt(holder, happenedAt) })),
  };
}

const isAt = ({ from, to }: Holder, at: Date | null): boolean =>
  at !== null && from <= at && (to === null || at <= to);
