import type { Queryable, Tx } from "../../kit/db.ts";

/** The id of the next letter: its text is sealed with it before it is written. */
export async function nextLetterId(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(`select nextval(pg_get_serial_sequence('outbox', 'id')) as id`);
  return (row as { id: number }).id;
}

export async function insertLetter(
  tx: Tx,
  letter: {
    id: number;
    recipient: string;
    subject: string;
    linkHash: Buffer | null;
    textSealed: Buffer;
    accountId: number | null;
    memberId: number | null;
  },
  at: Date,
): Promise<void> {
  await tx.rows(
    `insert into outbox (id, recipient, subject, text_sealed, link_hash, created_at, next_at, account_id)
     overriding system value
     values ($1, $2, $3, $4, $5, $6, $6, coalesce($7, (select account_id from members where id = $8)))`,
    [
      letter.id,
      letter.recipient,
      letter.subject,
      letter.textSealed,
      letter.linkHash,
      at,
      letter.accountId,
      letter.memberId,
    ],
  );
}

/** Deletes every letter to the people of an account, sent or not. */
export async function deleteLettersOf(tx: Tx, accountId: number): Promise<number> {
  const gone = await tx.rows(`delete from outbox where account_id = $1 returning 1`, [accountId]);
  return gone.length;
}

export interface DueLetter {
  id: number;
  recipient: string;
  subject: string;
  textSealed: Buffer;
  tries: number;
}

/** Claims letters that are due for this process, by postponing their next attempt. */
export function takeDueLetters(db: Queryable, at: Date, nextAt: Date, limit: number): Promise<DueLetter[]> {
  return db.rows(
    `update outbox set tries = tries + 1, next_at = $2
     where id in (
       select id from outbox where sent_at is null and next_at <= $1 and text_sealed is not null
       order by next_at limit $3 for update skip locked)
     returning id, recipient, subject, text_sealed as "textSealed", tries`,
    [at, nextAt, limit],
  );
}

export async function markSent(db: Queryable, id: number, at: Date): Promise<void> {
  await db.rows(`update outbox set sent_at = $2, text_sealed = null, error = null where id = $1`, [id, at]);
}

export async function markFailed(db: Queryable, id: number, error: string, nextAt: Date): Promise<void> {
  await db.rows(`update outbox set error = $2, next_at = $3 where id = $1`, [id, error, nextAt]);
}

/** False if the letter does not wait any more. */
export async function dismiss(tx: Tx, id: number, at: Date): Promise<boolean> {
  const rows = await tx.rows(
    `update outbox set dismissed_at = $2, text_sealed = null, error = null
     where id = $1 and sent_at is null and dismissed_at is null returning id`,
    [id, at],
  );
  return rows.length > 0;
}

export async function deleteLettersBefore(db: Queryable, before: Date): Promise<number> {
  return (await db.rows(`delete from outbox where created_at < $1 returning 1`, [before])).length;
}
