import type { Queryable, Tx } from "../../kit/db.ts";
import type { NewEvent } from "./event.ts";

/**
 * Writes events, and notifies listeners on the channel at the commit. The caller holds the wallets' locks: that makes
 * the numbers gapless and puts them in the order of the commits.
 */
export async function insertEvents(
  tx: Tx,
  events: NewEvent[],
  { channel, payloads }: { channel: string; payloads: string[] },
  at: Date,
): Promise<void> {
  await tx.rows(
    `with input as (
       select * from unnest($1::bigint[], $2::text[], $3::int[], $4::bigint[], $5::jsonb[])
         with ordinality as i (wallet_id, type, order_id, message_id, data, ord)
     ), counted as (
       update wallets w set event_seq = w.event_seq + t.n
       from (select wallet_id, count(*) as n from input group by wallet_id) t where w.id = t.wallet_id
       returning w.id, w.event_seq - t.n as seq
     ), written as (
       insert into events (wallet_id, seq, type, order_id, message_id, data, created_at)
       select i.wallet_id, c.seq + row_number() over (partition by i.wallet_id order by i.ord), i.type, i.order_id,
         i.message_id, i.data, $6
       from input i join counted c on c.id = i.wallet_id
     )
     select pg_notify($7, payload) from unnest($8::text[]) as p (payload)`,
    [
      events.map((event) => event.walletId),
      events.map((event) => event.type),
      events.map((event) => event.orderId ?? null),
      events.map((event) => event.messageId ?? null),
      events.map((event) => (event.data ? JSON.stringify(event.data) : null)),
      at,
      channel,
      payloads,
    ],
  );
}

/** Returns how many it deleted, at most `limit`. */
export async function deleteEventsBefore(db: Queryable, before: Date, limit: number): Promise<number> {
  const [gone] = await db.rows<{ count: number }>(
    `with gone as (
       delete from events where ctid = any(array(select ctid from events where created_at < $1 limit $2)) returning 1
     )
     select count(*)::int as count from gone`,
    [before, limit],
  );
  return gone?.count ?? 0;
}
