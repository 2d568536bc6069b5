import type { Db, Tx } from "../../kit/db.ts";

export interface ScheduledMessage {
  orderId: number;
  dueAt: Date;
  sender: string;
  textSealed: Buffer;
}

export async function insertScheduled(db: Db, messages: ScheduledMessage[]): Promise<void> {
  await db.rows(
    `insert into sandbox_messages (order_id, due_at, sender, text_sealed)
     select * from unnest($1::int[], $2::timestamptz[], $3::text[], $4::bytea[])`,
    [
      messages.map((message) => message.orderId),
      messages.map((message) => message.dueAt),
      messages.map((message) => message.sender),
      messages.map((message) => message.textSealed),
    ],
  );
}

export interface DueMessage {
  id: number;
  orderId: number;
  number: string | null;
  sender: string;
  textSealed: Buffer;
}

/** Messages that are due, locked, and skipped by others; the number is null if the order failed. */
export function lockDue(tx: Tx, at: Date, limit: number): Promise<DueMessage[]> {
  return tx.rows(
    `select m.id, m.order_id as "orderId", o.number, m.sender, m.text_sealed as "textSealed"
     from sandbox_messages m join orders o using (order_id)
     where m.due_at <= $1 and o.status <> 'PLACING'
     order by m.due_at, m.id limit $2 for update of m skip locked`,
    [at, limit],
  );
}

export async function deleteScheduled(tx: Tx, ids: number[]): Promise<void> {
  await tx.rows(`delete from sandbox_messages where id = any($1::bigint[])`, [ids]);
}
