import type { Queryable, Tx } from "../../../kit/db.ts";
import { reportColumns, type StoredReport } from "./queries.ts";
import type { Category, Outcome, Side } from "./report.ts";

/** The id of the next report: its texts are sealed with it before it is written. */
export async function nextReportId(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `select nextval(pg_get_serial_sequence('abuse_reports', 'id')) as id`,
  );
  return (row as { id: number }).id;
}

export async function insertReport(
  tx: Tx,
  report: {
    id: number;
    category: Category;
    number: string;
    happenedAt: Date | null;
    tokenHash: Buffer;
    contactSealed: Buffer | null;
    createdAt: Date;
    dueAt: Date;
  },
): Promise<void> {
  const { id, category, number, happenedAt, tokenHash, contactSealed, createdAt, dueAt } = report;
  await tx.rows(
    `insert into abuse_reports (id, category, number, happened_at, token_hash, contact_sealed, created_at, due_at)
     overriding system value values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, category, number, happenedAt, tokenHash, contactSealed, createdAt, dueAt],
  );
}

export async function nextEntryId(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `select nextval(pg_get_serial_sequence('abuse_entries', 'id')) as id`,
  );
  return (row as { id: number }).id;
}

export async function insertEntry(
  tx: Tx,
  entry: {
    id: number;
    reportId: number;
    at: Date;
    kind: "report" | "decision" | "appeal";
    side: Side | "operator";
    outcome: Outcome | null;
    dueAt: Date | null;
    wordsSealed: Buffer;
  },
): Promise<void> {
  const { id, reportId, at, kind, side, outcome, dueAt, wordsSealed } = entry;
  await tx.rows(
    `insert into abuse_entries (id, report_id, at, kind, side, outcome, due_at, words_sealed) overriding system value
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, reportId, at, kind, side, outcome, dueAt, wordsSealed],
  );
}

/** A case that stays as it is until the transaction ends. Before the locks of numbers. */
export async function lockReport(tx: Tx, id: number): Promise<StoredReport | undefined> {
  const [report] = await tx.rows<StoredReport>(
    `select ${reportColumns}, r.contact_sealed as "contactSealed" from abuse_reports r where r.id = $1 for no key update`,
    [id],
  );
  return report;
}

export async function setDecided(
  tx: Tx,
  {
    id,
    accountId,
    outcome,
    at,
    appealUntil,
  }: { id: number; accountId: number | null; outcome: Outcome; at: Date; appealUntil: Date },
): Promise<void> {
  await tx.rows(
    `update abuse_reports set state = 'decided', account_id = $2, outcome = $3, decided_at = $4, appeal_until = $5
     where id = $1`,
    [id, accountId, outcome, at, appealUntil],
  );
}

/** Notes that an appeal waits; of two, the first says when the decision is due. */
export async function setAppealed(tx: Tx, id: number, dueAt: Date): Promise<void> {
  await tx.rows(
    `update abuse_reports set state = 'appealed', due_at = case when state = 'appealed' then least(due_at, $2) else $2 end
     where id = $1`,
    [id, dueAt],
  );
}

/** Which suspension of its account rests on a case; null: none. */
export async function setSuspension(tx: Tx, id: number, at: Date | null): Promise<void> {
  await tx.rows(`update abuse_reports set suspension_at = $2 where id = $1`, [id, at]);
}

export interface Suspension {
  /** Null: the account is not suspended. */
  at: Date | null;
  /** Whether it rests on the case, or on others; neither: somebody made it by hand. */
  isOfCase: boolean;
  isOfOthers: boolean;
}

/** The suspension of an account, which stays until the transaction ends. */
export async function lockSuspension(tx: Tx, accountId: number, reportId: number): Promise<Suspension> {
  await tx.rows(`select 1 from accounts where id = $1 for no key update`, [accountId]);
  const [row] = await tx.rows<Suspension>(
    `select a.suspended_at as at, coalesce(bool_or(r.id = $2), false) as "isOfCase",
       coalesce(bool_or(r.id <> $2), false) as "isOfOthers"
     from accounts a left join abuse_reports r on r.account_id = a.id and r.suspension_at = a.suspended_at
     where a.id = $1 group by a.id`,
    [accountId, reportId],
  );
  return row as Suspension;
}

/** Erases everything about people from cases that were decided before, and that nobody can appeal any more. */
export async function eraseReportsBefore(
  db: Queryable,
  { decidedBefore, at }: { decidedBefore: Date; at: Date },
): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `with erased as (
       update abuse_reports set number = null, happened_at = null, account_id = null, token_hash = null,
         contact_sealed = null, erased_at = $2
       where erased_at is null and state = 'decided' and decided_at < $1 and appeal_until < $2 returning id),
     emptied as (
       update abuse_entries set words_sealed = null where report_id in (select id from erased))
     select count(*)::int as n from erased`,
    [decidedBefore, at],
  );
  return row?.n ?? 0;
}
