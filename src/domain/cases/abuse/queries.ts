import type { Queryable } from "../../../kit/db.ts";
import { formsOf } from "../../../kit/one-number.ts";
import { isOutByCase } from "../../numbers/queries.ts";
import { behind, inOrder, mostCounted, type Sort } from "../../../kit/sort.ts";
import type { Category, Entry, Report, ReportState } from "./report.ts";

export const reportColumns = `r.id, r.category, r.number, r.happened_at as "happenedAt", r.account_id as "accountId", r.state,
  r.outcome, r.created_at as "createdAt", r.due_at as "dueAt", r.decided_at as "decidedAt",
  r.appeal_until as "appealUntil", r.erased_at as "erasedAt"`;

export interface StoredReport extends Report {
  contactSealed: Buffer | null;
}

export async function findReport(db: Queryable, id: number): Promise<StoredReport | undefined> {
  const [report] = await db.rows<StoredReport>(
    `select ${reportColumns}, r.contact_sealed as "contactSealed" from abuse_reports r where r.id = $1`,
    [id],
  );
  return report;
}

/** The case that a reporter's link leads to. */
export async function findReportByToken(db: Queryable, tokenHash: Buffer): Promise<Report | undefined> {
  const [report] = await db.rows<Report>(
    `select ${reportColumns} from abuse_reports r where r.token_hash = $1`,
    [tokenHash],
  );
  return report;
}

export interface StoredEntry extends Omit<Entry, "words"> {
  id: number;
  reportId: number;
  wordsSealed: Buffer | null;
}

/** What was said in cases, oldest first. */
export function listEntries(db: Queryable, reportIds: number[]): Promise<StoredEntry[]> {
  return db.rows(
    `select id, report_id as "reportId", at, kind, side, outcome, due_at as "dueAt", words_sealed as "wordsSealed"
     from abuse_entries where report_id = any($1::bigint[]) order by id`,
    [reportIds],
  );
}

export interface ReportFilter {
  beforeId: number;
  sort?: Sort;
  state: ReportState | null;
  category: Category | null;
  /** A case's number, or digits of the number it is about. */
  q: string | null;
  from: Date | null;
  to: Date | null;
}

const fromWanted = `from abuse_reports r left join accounts a on a.id = r.account_id
  where ($1::text is null or r.state = $1) and ($2::text is null or r.category = $2)
    and ($3::text is null or 'R' || r.id = upper($3) or strpos(r.number, $3) > 0)
    and ($4::timestamptz is null or r.created_at >= $4) and ($5::timestamptz is null or r.created_at < $5)`;

const wantedBy = ({ state, category, q, from, to }: ReportFilter): unknown[] => [
  state,
  category,
  q,
  from,
  to,
];

/** A page of the reports, newest first unless sorted otherwise. */
export function listReports(
  db: Queryable,
  filter: ReportFilter,
  limit: number,
): Promise<(Report & { account: string | null })[]> {
  const { sort = "newest", beforeId } = filter;
  return db.rows(
    `select ${reportColumns}, a.username as account ${fromWanted} and ${behind(sort, "r.id", "$6")}
     ${inOrder(sort, "r.id")} limit $7`,
    [...wantedBy(filter), beforeId, limit],
  );
}

/** How many there are, at most one more than anybody counts. */
export async function countReports(db: Queryable, filter: ReportFilter): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from (select ${fromWanted} limit ${mostCounted + 1}) counted`,
    wantedBy(filter),
  );
  return row?.n ?? 0;
}

/** The decided cases about an account, newest first. */
export function listReportsAbout(db: Queryable, accountId: number): Promise<Report[]> {
  return db.rows(
    `select ${reportColumns} from abuse_reports r where r.account_id = $1 and r.state <> 'open' order by r.id desc`,
    [accountId],
  );
}

/** Somebody who had a number. */
export interface Holder {
  accountId: number;
  account: string;
  orderId: number;
  service: string;
  from: Date;
  /** Null: they still have it. */
  to: Date | null;
}

/** Who had a real number in any of its forms, newest first; `accountId`: only that account. */
export function listHolders(
  db: Queryable,
  number: string,
  { accountId = null, limit }: { accountId?: number | null; limit: number },
): Promise<Holder[]> {
  return db.rows(
    `select a.id as "accountId", a.username as account, o.order_id as "orderId", s.name as service,
       o.created_at as "from", o.closed_at as "to"
     from orders o join wallets w on w.id = o.wallet_id join accounts a on a.id = w.account_id
     join services s on s.id = o.service_id
     where o.number = any($1::text[]) and w.mode = 'live' and ($2::bigint is null or a.id = $2) order by o.created_at desc, o.order_id desc limit $3`,
    [formsOf(number), accountId, limit],
  );
}

export interface OwnNumber {
  id: number;
  retiredAt: Date | null;
  /** Whether a case took it out, so that it can be put back. */
  isOutByCase: boolean;
}

/** Whether our inventory has a number, and whether it is out of it again. */
export async function findOwnNumber(db: Queryable, number: string): Promise<OwnNumber | undefined> {
  const [own] = await db.rows<OwnNumber>(
    `select id, retired_at as "retiredAt", ${isOutByCase} as "isOutByCase" from numbers where number = any($1::text[]) order by retired_at is not null limit 1`,
    [formsOf(number)],
  );
  return own;
}

/** Reports and appeals that wait for a decision, and those of them that are late. */
export async function countWaitingReports(
  db: Queryable,
  at: Date,
): Promise<{ waiting: number; late: number }> {
  const [row] = await db.rows<{ waiting: number; late: number }>(
    `select count(*)::int as waiting, count(*) filter (where due_at < $1)::int as late
     from abuse_reports where state <> 'decided'`,
    [at],
  );
  return row as { waiting: number; late: number };
}
