import type { Queryable, Tx } from "../../kit/db.ts";
import type { Delay } from "./sent-time.ts";

/** The stored messages that have fewer parts than these, with their orders, by `sourceId number sourceKey`. */
export function findBegunMessages(
  tx: Tx,
  names: { sourceId: number; sourceKey: string; number: string; partCount: number }[],
): Promise<{ name: string; orderId: number | null }[]> {
  return tx.rows(
    `select m.source_id || ' ' || m.number || ' ' || m.source_key as name, m.order_id as "orderId"
     from unnest($1::bigint[], $2::text[], $3::text[], $4::smallint[]) as n (source_id, source_key, number, part_count)
     join messages m using (source_id, source_key, number) where m.part_count < n.part_count`,
    [
      names.map((name) => name.sourceId),
      names.map((name) => name.sourceKey),
      names.map((name) => name.number),
      names.map((name) => name.partCount),
    ],
  );
}

/** How long the fastest of each source's last messages took, of those with a sending time. */
export function findDelays(tx: Tx, sourceIds: number[]): Promise<Delay[]> {
  return tx.rows(
    `select s.id as "sourceId", min(l.seconds)::float8 as seconds, count(l.seconds)::int as messages,
       count(distinct floor(extract(epoch from l.received_at) / 600)) filter (where l.seconds is not null)::int as spells
     from unnest($1::bigint[]) as s (id) cross join lateral (
       select received_at, extract(epoch from received_at - sent_at) as seconds from messages
       where source_id = s.id order by id desc limit 20) l
     group by s.id`,
    [sourceIds],
  );
}

/** Null for a message that did not come in parts. */
export const incomplete = `coalesce(m.part_count < m.part_total, false) as incomplete`;

export interface MessageRow {
  id: number;
  sourceId: number;
  number: string;
  sourceKey: string;
  orderId: number;
  sender: string;
  state: string;
  service: string | null;
  textSealed: Buffer | null;
  codeSealed: Buffer | null;
  incomplete: boolean;
  receivedAt: Date;
}

const shownColumns = `m.id, m.source_id as "sourceId", m.source_key as "sourceKey", m.number, m.order_id as "orderId", m.sender,
  m.state, m.service, m.text_sealed as "textSealed", m.code_sealed as "codeSealed", ${incomplete}, m.received_at as "receivedAt"`;

/** What renters may see: late ones only from a time on. */
const isShown = (lateSince: string): string =>
  `(m.state = 'delivered' or (m.state = 'late' and m.received_at > ${lateSince}))`;

/**
 * The messages that orders' renters may see, oldest first: for each order the newest that total this many bytes, and
 * at least one. `total` is how many there are.
 */
export function findMessagesOf(
  db: Queryable,
  orderIds: number[],
  lateSince: Date,
  mostBytes: number,
): Promise<(MessageRow & { total: number })[]> {
  return db.rows(
    `select * from (
       select ${shownColumns}, count(*) over (partition by m.order_id)::int as total,
         coalesce(sum(octet_length(m.text_sealed)) over (
           partition by m.order_id order by m.id desc rows between unbounded preceding and 1 preceding), 0) as newer
       from messages m where m.order_id = any($1::int[]) and ${isShown("$2")}
     ) s where newer < $3::bigint order by "orderId", id`,
    [orderIds, lateSince, mostBytes],
  );
}

/** Messages by their ids, if their renters may see them. */
export function findMessagesById(db: Queryable, ids: number[], lateSince: Date): Promise<MessageRow[]> {
  return db.rows(
    `select ${shownColumns} from messages m where m.id = any($1::bigint[]) and ${isShown("$2")}`,
    [ids, lateSince],
  );
}

/** The size of the orders' texts in bytes, for reading them in chunks. */
export function sizeMessagesOf(
  db: Queryable,
  orderIds: number[],
): Promise<{ orderId: number; bytes: number }[]> {
  return db.rows(
    `select order_id as "orderId", coalesce(sum(octet_length(text_sealed)), 0)::bigint as bytes
     from messages where order_id = any($1::int[]) group by order_id`,
    [orderIds],
  );
}

export interface StoredMessage {
  id: number;
  sourceId: number;
  sourceKey: string;
  number: string;
  sender: string;
  state: string;
  reason: string | null;
  service: string | null;
  textSealed: Buffer | null;
  receivedAt: Date;
}

export const storedColumns = `id, source_id as "sourceId", source_key as "sourceKey", number, sender, state, reason, service, text_sealed as "textSealed", received_at as "receivedAt"`;

export async function findMessage(db: Queryable, id: number): Promise<StoredMessage | undefined> {
  const [message] = await db.rows<StoredMessage>(`select ${storedColumns} from messages where id = $1`, [id]);
  return message;
}
