import type { Queryable, Tx } from "../../kit/db.ts";
import type { CataloguedService } from "../catalog/catalog.ts";
import { locksOf } from "../numbers/uses/sql.ts";

/** Locks the numbers, then looks up the services of the catalogue by their slugs. */
export async function lockNumbersAndFindServices(
  tx: Tx,
  numbers: string[],
  slugs: string[],
): Promise<Map<string, CataloguedService>> {
  const rows = await tx.rows<CataloguedService | { slug: null }>(
    `select s.slug, s.family_id as "familyId", s.signs_in as "signsIn", s.restricted
     from (${locksOf("$1::text[]")}) locked left join services s on s.slug = any($2::text[])`,
    [numbers, slugs],
  );
  return new Map(rows.flatMap((row) => (row.slug === null ? [] : [[row.slug, row]])));
}

export interface NewMessage {
  sourceId: number;
  sourceKey: string;
  number: string;
  sender: string;
  orderId: number | null;
  state: "delivered" | "late" | "withheld" | "unmatched";
  reason: string | null;
  service: string | null;
  textSealed: Buffer;
  codeSealed: Buffer | null;
}

/** Stores messages once: the unique key decides. Answers the ids of the new ones by `sourceId sourceKey`. */
export async function insertMessages(tx: Tx, messages: NewMessage[], at: Date): Promise<Map<string, number>> {
  const fresh = await tx.rows<{ id: number; sourceId: number; sourceKey: string }>(
    `insert into messages (source_id, source_key, number, sender, order_id, state, reason, service, text_sealed, code_sealed, received_at)
     select m.*, $11::timestamptz
     from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bytea[], $10::bytea[])
       as m (source_id, source_key, number, sender, order_id, state, reason, service, text_sealed, code_sealed)
     on conflict (source_id, source_key) do nothing
     returning id, source_id as "sourceId", source_key as "sourceKey"`,
    [
      messages.map((message) => message.sourceId),
      messages.map((message) => message.sourceKey),
      messages.map((message) => message.number),
      messages.map((message) => message.sender),
      messages.map((message) => message.orderId),
      messages.map((message) => message.state),
      messages.map((message) => message.reason),
      messages.map((message) => message.service),
      messages.map((message) => message.textSealed),
      messages.map((message) => message.codeSealed),
      at,
    ],
  );
  return new Map(fresh.map(({ id, sourceId, sourceKey }) => [`${sourceId} ${sourceKey}`, id]));
}

export interface MessageRow {
  id: number;
  sourceId: number;
  sourceKey: string;
  orderId: number;
  sender: string;
  state: string;
  service: string | null;
  textSealed: Buffer | null;
  codeSealed: Buffer | null;
  receivedAt: Date;
}

const shownColumns = `m.id, m.source_id as "sourceId", m.source_key as "sourceKey", m.order_id as "orderId", m.sender,
  m.state, m.service, m.text_sealed as "textSealed", m.code_sealed as "codeSealed", m.received_at as "receivedAt"`;
/** What renters may see: late ones only from a time on. */
const isShown = (lateSince: string): string =>
  `(m.state = 'delivered' or (m.state = 'late' and m.received_at > ${lateSince}))`;

/**
 * The messages that orders' renters may see, oldest first: of each order the newest that have so many bytes together, and
 * one in any case. `total` is how many there are.
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

/** Messages by their ids, where their renters may see them. */
export function findMessagesById(db: Queryable, ids: number[], lateSince: Date): Promise<MessageRow[]> {
  return db.rows(
    `select ${shownColumns} from messages m where m.id = any($1::bigint[]) and ${isShown("$2")}`,
    [ids, lateSince],
  );
}

/** How many bytes the texts of orders have, for who reads them in pieces. */
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

/** What is there for the operator to hand on; what somebody tries in the sandbox is not. */
const isWaiting = `m.state = 'unmatched' and s.kind <> 'sandbox'`;

export interface UnmatchedRow {
  id: number;
  sourceId: number;
  sourceKey: string;
  number: string;
  sender: string;
  reason: string;
  service: string | null;
  source: string;
  textSealed: Buffer | null;
  codeSealed: Buffer | null;
  receivedAt: Date;
}

export function listUnmatched(db: Queryable, limit: number): Promise<UnmatchedRow[]> {
  return db.rows(
    `select m.id, m.source_id as "sourceId", m.source_key as "sourceKey", m.number, m.sender, m.reason, m.service, s.name as source, m.text_sealed as "textSealed",
       m.code_sealed as "codeSealed", m.received_at as "receivedAt"
     from messages m join sources s on s.id = m.source_id
     where ${isWaiting} order by m.id desc limit $1`,
    [limit],
  );
}

export interface OperatorRow extends Omit<MessageRow, "orderId"> {
  reason: string | null;
  source: string;
}

/** Every message of an order, oldest first, also those that are kept from its renter. */
export function listMessagesOf(db: Queryable, orderId: number): Promise<OperatorRow[]> {
  return db.rows(
    `select m.id, m.source_id as "sourceId", m.source_key as "sourceKey", m.sender, m.state, m.reason, m.service, s.name as source, m.text_sealed as "textSealed",
       m.code_sealed as "codeSealed", m.received_at as "receivedAt"
     from messages m join sources s on s.id = m.source_id where m.order_id = $1 order by m.id`,
    [orderId],
  );
}

export async function lockParts(
  tx: Tx,
  sms: { sourceId: number; number: string; sender: string; reference: string },
): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `parts ${sms.sourceId} ${sms.number} ${sms.sender} ${sms.reference}`,
  ]);
}

export interface Part {
  sourceId: number;
  number: string;
  sender: string;
  reference: string;
  part: number;
  total: number;
  textSealed: Buffer;
}

export async function insertPart(tx: Tx, part: Part, at: Date): Promise<void> {
  await tx.rows(
    `insert into message_parts (source_id, number, sender, reference, part, total, text_sealed, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (source_id, number, sender, reference, part)
       do update set total = excluded.total, text_sealed = excluded.text_sealed, received_at = excluded.received_at`,
    [part.sourceId, part.number, part.sender, part.reference, part.part, part.total, part.textSealed, at],
  );
}

export function findParts(tx: Tx, part: Part): Promise<{ part: number; textSealed: Buffer }[]> {
  return tx.rows(
    `select part, text_sealed as "textSealed" from message_parts
     where source_id = $1 and number = $2 and sender = $3 and reference = $4 and total = $5 order by part`,
    [part.sourceId, part.number, part.sender, part.reference, part.total],
  );
}

export async function deleteParts(db: Queryable, part: Part): Promise<void> {
  await db.rows(
    `delete from message_parts where source_id = $1 and number = $2 and sender = $3 and reference = $4`,
    [part.sourceId, part.number, part.sender, part.reference],
  );
}

export async function deletePartsBefore(db: Queryable, before: Date): Promise<void> {
  await db.rows(`delete from message_parts where received_at < $1`, [before]);
}

/** Erases texts and codes past their retention, a batch at a time; answers how many messages it erased. */
export async function eraseBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  const erased = await tx.rows<{ orderId: number | null }>(
    `update messages set text_sealed = null, code_sealed = null
     where id in (
       select id from messages where received_at < $1 and text_sealed is not null
       order by received_at limit $2 for update skip locked)
     returning order_id as "orderId"`,
    [before, limit],
  );
  const orderIds = erased.flatMap(({ orderId }) => (orderId === null ? [] : [orderId]));
  await tx.rows(
    `update orders set code_sealed = null where order_id = any($1::int[]) and code_sealed is not null and closed_at < $2`,
    [orderIds, before],
  );
  return erased.length;
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

const storedColumns = `id, source_id as "sourceId", source_key as "sourceKey", number, sender, state, reason, service, text_sealed as "textSealed", received_at as "receivedAt"`;

export async function findMessage(db: Queryable, id: number): Promise<StoredMessage | undefined> {
  const [message] = await db.rows<StoredMessage>(`select ${storedColumns} from messages where id = $1`, [id]);
  return message;
}

export async function lockMessage(tx: Tx, id: number): Promise<StoredMessage | undefined> {
  const [message] = await tx.rows<StoredMessage>(
    `select ${storedColumns} from messages where id = $1 for no key update`,
    [id],
  );
  return message;
}

export async function giveMessage(
  tx: Tx,
  id: number,
  given: { orderId: number; state: string; codeSealed: Buffer | null },
): Promise<void> {
  await tx.rows(
    `update messages set order_id = $2, state = $3, reason = null, code_sealed = $4 where id = $1`,
    [id, given.orderId, given.state, given.codeSealed],
  );
}

export interface InboxRow {
  id: number;
  sourceId: number;
  sourceKey: string;
  number: string;
  sender: string;
  state: string;
  reason: string | null;
  service: string | null;
  source: string;
  orderId: number | null;
  textSealed: Buffer | null;
  codeSealed: Buffer | null;
  receivedAt: Date;
}

const inboxColumns = `m.id, m.source_id as "sourceId", m.source_key as "sourceKey", m.number, m.sender, m.state, m.reason, m.service, s.name as source, m.order_id as "orderId",
  m.text_sealed as "textSealed", m.code_sealed as "codeSealed", m.received_at as "receivedAt"`;

export interface InboxFilter {
  onlyUnmatched: boolean;
  sourceId: number | null;
  /** Digits of the number it came on. */
  number: string | null;
  beforeId: number;
  limit: number;
}

/** A page of what came in, newest first. */
export function listInbox(
  db: Queryable,
  { onlyUnmatched, sourceId, number, beforeId, limit }: InboxFilter,
): Promise<InboxRow[]> {
  return db.rows(
    `select ${inboxColumns} from messages m join sources s on s.id = m.source_id
     where m.id < $1 ${onlyUnmatched ? `and ${isWaiting}` : ""}
       and ($3::bigint is null or m.source_id = $3) and ($4::text is null or strpos(m.number, $4) > 0)
     order by m.id desc limit $2`,
    [beforeId, limit, sourceId, number],
  );
}

export function listMessagesOn(db: Queryable, number: string, limit: number): Promise<InboxRow[]> {
  return db.rows(
    `select ${inboxColumns} from messages m join sources s on s.id = m.source_id
     where m.number = $1 order by m.id desc limit $2`,
    [number, limit],
  );
}

export async function countUnmatched(db: Queryable): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from messages m join sources s on s.id = m.source_id where ${isWaiting}`,
  );
  return row?.n ?? 0;
}
