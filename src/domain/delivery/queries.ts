import type { Queryable } from "../../kit/db.ts";
import type { StoredEvent } from "./event.ts";

export function listEvents(
  db: Queryable,
  walletId: number,
  afterSeq: number,
  limit: number,
): Promise<StoredEvent[]> {
  return db.rows(
    `select seq, type, order_id as "orderId", message_id as "messageId", data, created_at as "createdAt"
     from events where wallet_id = $1 and seq > $2 order by seq limit $3`,
    [walletId, afterSeq, limit],
  );
}

export async function latestEvent(db: Queryable, walletId: number): Promise<number> {
  const [wallet] = await db.rows<{ seq: number }>(`select event_seq as seq from wallets where id = $1`, [
    walletId,
  ]);
  return wallet?.seq ?? 0;
}
