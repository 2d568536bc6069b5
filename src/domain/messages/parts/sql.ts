import type { Db, Tx } from "../../../kit/db.ts";
import type { LongMessage } from "./place.ts";
import type { PartsOf } from "./queries.ts";

/** One at a time, or two first parts would each start a message, and two last ones would each miss the other. */
export async function lockReference(tx: Tx, { sourceId, number, sender, reference }: PartsOf): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `parts ${sourceId} ${number} ${sender} ${reference}`,
  ]);
}

/** Senders that give every message the same reference must not cause ever growing work. */
const mostKnown = 50;

/**
 * Messages with the reference since then, newest first; locked, so that they are not handed over at the same time.
 */
export async function lockLongMessages(tx: Tx, of: PartsOf, since: Date): Promise<LongMessage[]> {
  const messages = await tx.rows<Omit<LongMessage, "parts">>(
    `select id, total, order_ids as "orderIds", began_at as "beganAt", closed_at as "closedAt",
       due_at is null as "isHandedOver"
     from long_messages
     where source_id = $1 and number = $2 and sender = $3 and reference = $4 and began_at > $5
     order by began_at desc, id desc limit ${mostKnown} for no key update`,
    [of.sourceId, of.number, of.sender, of.reference, since],
  );
  if (messages.length === 0) return [];
  const parts = await tx.rows<LongMessage["parts"][number] & { id: number }>(
    `select long_message_id as id, part, source_key as "sourceKey", content, received_at as "receivedAt"
     from message_parts where long_message_id = any($1::bigint[])`,
    [messages.map(({ id }) => id)],
  );
  const byMessage = Map.groupBy(parts, ({ id }) => id);
  return messages.map((message) => ({ ...message, parts: byMessage.get(message.id) ?? [] }));
}

export interface NewLongMessage extends PartsOf {
  total: number;
  orderIds: number[];
  beganAt: Date;
  sentAt: Date | null;
  timeHasZone: boolean;
  isStray: boolean;
  /** Set if nothing joins it. */
  closedAt: Date | null;
  dueAt: Date;
}

export async function insertLongMessage(tx: Tx, message: NewLongMessage): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into long_messages (source_id, number, sender, reference, total, order_ids, began_at, sent_at, time_has_zone, stray, closed_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      message.sourceId,
      message.number,
      message.sender,
      message.reference,
      message.total,
      message.orderIds,
      message.beganAt,
      message.sentAt,
      message.timeHasZone,
      message.isStray,
      message.closedAt,
      message.dueAt,
    ],
  );
  return (row as { id: number }).id;
}

export interface StoredPart {
  longMessageId: number;
  part: number;
  sourceKey: string | null;
  content: Buffer;
  charset: string;
  rawSealed: Buffer;
}

export async function insertPart(tx: Tx, part: StoredPart, at: Date): Promise<void> {
  await tx.rows(
    `insert into message_parts (long_message_id, part, source_key, content, charset, raw_sealed, received_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [part.longMessageId, part.part, part.sourceKey, part.content, part.charset, part.rawSealed, at],
  );
}

/** They accept no more parts, and any process may hand them over. */
export async function closeLongMessages(tx: Tx, ids: number[], at: Date, dueAt: Date): Promise<void> {
  await tx.rows(
    `update long_messages set closed_at = coalesce(closed_at, $2), due_at = $3
     where id = any($1::bigint[]) and due_at is not null`,
    [ids, at, dueAt],
  );
}

/**
 * Closes long messages that are due, and postpones them until then, so that nobody else hands them over at the same
 * time; if that is interrupted they become due again.
 */
export async function takeDue(db: Db, at: Date, until: Date, limit: number): Promise<number[]> {
  const due = await db.rows<{ id: number }>(
    `update long_messages set closed_at = coalesce(closed_at, $1), due_at = $2
     where id in (select id from long_messages where due_at <= $1 order by due_at limit $3 for no key update skip locked)
     returning id`,
    [at, until, limit],
  );
  return due.map(({ id }) => id);
}

/** The messages now have the texts: only what identifies a repeated part is kept. */
export async function markHandedOver(db: Db, ids: number[]): Promise<void> {
  await db.rows(
    `with done as (update long_messages set due_at = null where id = any($1::bigint[]) returning id)
     update message_parts set raw_sealed = null where long_message_id in (select id from done)`,
    [ids],
  );
}

/** Deletes what is too old to be repeated; returns how many. */
export async function forgetLongMessages(db: Db, before: Date, limit: number): Promise<number> {
  const gone = await db.rows(
    `delete from long_messages where ctid = any(array(
       select ctid from long_messages where began_at < $1 and due_at is null limit $2)) returning 1`,
    [before, limit],
  );
  return gone.length;
}
