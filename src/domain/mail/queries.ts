import type { Queryable } from "../../kit/db.ts";

export interface ListedLetter {
  id: number;
  recipient: string;
  subject: string;
  textSealed: Buffer | null;
  createdAt: Date;
  sentAt: Date | null;
  error: string | null;
}

export function listLetters(db: Queryable, beforeId: number, limit: number): Promise<ListedLetter[]> {
  return db.rows(
    `select id, recipient, subject, text_sealed as "textSealed", created_at as "createdAt", sent_at as "sentAt", error
     from outbox where id < $1 order by id desc limit $2`,
    [beforeId, limit],
  );
}

/** Letters that are not sent, and whose text still exists. */
export async function countWaitingLetters(db: Queryable): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from outbox where sent_at is null and text_sealed is not null`,
  );
  return row?.n ?? 0;
}
