import type { Queryable, Tx } from "../../../kit/db.ts";

export async function setPendingTotp(tx: Tx, id: number, sealed: Buffer | null): Promise<void> {
  await tx.rows(`update members set totp_pending_sealed = $2 where id = $1`, [id, sealed]);
}

export async function setTotp(tx: Tx, id: number, sealed: Buffer | null, step: number): Promise<void> {
  await tx.rows(
    `update members set totp_sealed = $2, totp_pending_sealed = null, totp_step = greatest(totp_step, $3) where id = $1`,
    [id, sealed, step],
  );
}

/** Uses up a code; false if its step, or a later one, was used before. */
export async function takeTotpStep(db: Queryable, id: number, step: number): Promise<boolean> {
  const rows = await db.rows(
    `update members set totp_step = $2 where id = $1 and totp_step < $2 returning id`,
    [id, step],
  );
  return rows.length > 0;
}

export async function replaceRecoveryCodes(tx: Tx, id: number, hashes: Buffer[]): Promise<void> {
  await tx.rows(`delete from recovery_codes where member_id = $1`, [id]);
  if (hashes.length === 0) return;
  await tx.rows(`insert into recovery_codes (member_id, hash) select $1, unnest($2::bytea[])`, [id, hashes]);
}

export async function takeRecoveryCode(db: Queryable, id: number, hash: Buffer): Promise<boolean> {
  const rows = await db.rows(
    `delete from recovery_codes where member_id = $1 and hash = $2 returning member_id`,
    [id, hash],
  );
  return rows.length > 0;
}
