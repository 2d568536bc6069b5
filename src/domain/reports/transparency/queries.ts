import type { Queryable } from "../../../kit/db.ts";

export interface RefusalLine {
  route: string;
  code: string;
  n: number;
}

/** How often what was refused on the days from `from` until before `to`, most first. */
export function listRefusals(db: Queryable, from: Date, to: Date): Promise<RefusalLine[]> {
  return db.rows(
    `select route, code, sum(n)::bigint as n from refusals
     where day >= ($1::timestamptz at time zone 'UTC')::date and day < ($2::timestamptz at time zone 'UTC')::date
     group by route, code order by sum(n) desc, code, route`,
    [from, to],
  );
}

export interface ReportCounts {
  received: number;
  fraud: number;
  harassment: number;
  myNumber: number;
  illegal: number;
  other: number;
  decisions: number;
  numbersRetired: number;
  accountsSuspended: number;
  noAction: number;
  decidedLate: number;
  appealsByReporters: number;
  appealsByCustomers: number;
}

/** Reports of abuse that came in, and decisions and appeals that were made, in a time. */
export async function countReportsBetween(db: Queryable, from: Date, to: Date): Promise<ReportCounts> {
  const [row] = await db.rows<ReportCounts>(
    `select r.*, e.* from (
       select count(*)::int as received, count(*) filter (where category = 'fraud')::int as fraud,
         count(*) filter (where category = 'harassment')::int as harassment,
         count(*) filter (where category = 'my_number')::int as "myNumber",
         count(*) filter (where category = 'illegal')::int as illegal,
         count(*) filter (where category = 'other')::int as other
       from abuse_reports where created_at >= $1 and created_at < $2) r,
     (select count(*) filter (where e.kind = 'decision')::int as decisions,
         count(*) filter (where e.outcome = 'number_retired')::int as "numbersRetired",
         count(*) filter (where e.outcome = 'account_suspended')::int as "accountsSuspended",
         count(*) filter (where e.outcome = 'nothing')::int as "noAction",
         count(*) filter (where e.kind = 'decision' and e.at > e.due_at)::int as "decidedLate",
         count(*) filter (where e.kind = 'appeal' and e.side = 'reporter')::int as "appealsByReporters",
         count(*) filter (where e.kind = 'appeal' and e.side = 'customer')::int as "appealsByCustomers"
       from abuse_entries e where e.at >= $1 and e.at < $2) e`,
    [from, to],
  );
  return row as ReportCounts;
}

export interface RequestCounts {
  received: number;
  aboutNumbers: number;
  aboutAccounts: number;
  released: number;
  refused: number;
  customersTold: number;
  noticesWaiting: number;
}

/** Requests of authorities that came in and were decided in a time; notices that wait now of those released then. */
export async function countRequestsBetween(db: Queryable, from: Date, to: Date): Promise<RequestCounts> {
  const [row] = await db.rows<RequestCounts>(
    `select count(*) filter (where created_at >= $1 and created_at < $2)::int as received,
       count(*) filter (where created_at >= $1 and created_at < $2 and scope = 'number')::int as "aboutNumbers",
       count(*) filter (where created_at >= $1 and created_at < $2 and scope = 'account')::int as "aboutAccounts",
       count(*) filter (where state = 'released' and decided_at >= $1 and decided_at < $2)::int as released,
       count(*) filter (where state = 'refused' and decided_at >= $1 and decided_at < $2)::int as refused,
       coalesce(sum(coalesce(customers_told, (select count(*) from request_accounts q where q.request_id = r.id)))
         filter (where noticed_at >= $1 and noticed_at < $2), 0)::int as "customersTold",
       count(*) filter (where state = 'released' and noticed_at is null and decided_at >= $1 and decided_at < $2)::int
         as "noticesWaiting"
     from authority_requests r`,
    [from, to],
  );
  return row as RequestCounts;
}

export interface Erasures {
  /** Accounts that were closed: their people's addresses and sessions are erased. */
  accountsClosed: number;
  /** Entries of the audit log from which addresses were erased with them. */
  auditEntries: number;
}

export async function countErasures(db: Queryable, from: Date, to: Date): Promise<Erasures> {
  const [row] = await db.rows<Erasures>(
    `select count(*)::int as "accountsClosed", coalesce(sum((detail ->> 'erased')::int), 0)::int as "auditEntries"
     from audit_log where action = 'account.close' and at >= $1 and at < $2`,
    [from, to],
  );
  return row as Erasures;
}

export interface ErasedByRule {
  kind: string;
  n: number;
}

/** What the rules of retention erased on the days from `from` until before `to`. */
export function listErasedByRule(db: Queryable, from: Date, to: Date): Promise<ErasedByRule[]> {
  return db.rows(
    `select kind, sum(erased)::bigint as n from erasures
     where day >= ($1::timestamptz at time zone 'UTC')::date and day < ($2::timestamptz at time zone 'UTC')::date
     group by kind order by kind`,
    [from, to],
  );
}
