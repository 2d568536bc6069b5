import type { Queryable, Tx } from "../../../kit/db.ts";
import type { Tier } from "../standing/standing.ts";

export interface NewVerification {
  accountId: number;
  tier: Tier;
  noteSealed: Buffer | null;
  file: { name: string; type: string; sealed: Buffer } | null;
  askedBy: string;
}

/** Returns the request's id; null if the account has an open one. */
export async function insertVerification(
  tx: Tx,
  { accountId, tier, noteSealed, file, askedBy }: NewVerification,
  at: Date,
): Promise<number | null> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into verifications (account_id, tier, note_sealed, file_name, file_type, file_sealed, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account_id) where decided_at is null do nothing returning id`,
    [accountId, tier, noteSealed, file?.name ?? null, file?.type ?? null, file?.sealed ?? null, askedBy, at],
  );
  return row?.id ?? null;
}

/** An open request, locked. */
export async function lockOpen(tx: Tx, id: number): Promise<{ accountId: number } | undefined> {
  const [row] = await tx.rows<{ accountId: number }>(
    `select account_id as "accountId" from verifications where id = $1 and decided_at is null for update`,
    [id],
  );
  return row;
}

export interface Decided {
  id: number;
  decision: "accepted" | "declined";
  tier: Tier | null;
  reason: string;
  by: string;
}

export async function setDecided(
  tx: Tx,
  { id, decision, tier, reason, by }: Decided,
  at: Date,
): Promise<void> {
  await tx.rows(
    `update verifications set decision = $2, tier = coalesce($3, tier), reason = $4, decided_by = $5, decided_at = $6
     where id = $1`,
    [id, decision, tier, reason, by, at],
  );
}

const erased = `note_sealed = null, file_sealed = null, file_name = null, file_type = null`;

/** Erases what was given before then; nobody is still deciding about it. Returns how many there were. */
export async function eraseEvidenceBefore(db: Queryable, before: Date, at: Date): Promise<number> {
  const rows = await db.rows(
    `update verifications set ${erased}, erased_at = $2,
       decided_at = coalesce(decided_at, $2), decision = coalesce(decision, 'declined'),
       reason = coalesce(reason, 'Nobody decided in time; ask again.')
     where erased_at is null and coalesce(decided_at, asked_at) < $1 returning id`,
    [before, at],
  );
  return rows.length;
}

/** Erases what an account gave, and who asked; what was erased before by rule keeps its time. */
export async function eraseEvidenceOf(tx: Tx, accountId: number, at: Date): Promise<void> {
  await tx.rows(
    `update verifications set ${erased}, erased_at = coalesce(erased_at, $2), reason = null, asked_by = '',
       decided_at = coalesce(decided_at, $2), decision = coalesce(decision, 'declined')
     where account_id = $1`,
    [accountId, at],
  );
}
