import type { Tx } from "../../kit/db.ts";
import { storedColumns, type StoredMessage } from "./queries.ts";

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
  /** Null if every message counts, whatever its content. */
  content: Buffer | null;
  sentAt: Date | null;
  partCount: number | null;
  partTotal: number | null;
  /** Whether its source gives neither an id nor a time: a repeat of yesterday's message looks like a new one. */
  isNameless: boolean;
  /** The orders on its number, locked: the messages of these may be the same SMS. */
  orders: { orderId: number; resendAt: Date | null }[];
}

export interface Sameness {
  at: Date;
  /** The same content within this time is the same SMS. */
  sameSmsSeconds: number;
  /** How long a source that gives no ids may repeat a call. */
  repeatHours: number;
}

/** By the carrier's times if one source gives both, otherwise by when they arrived. */
const isSameSms = `case when e.source_id = m.source_id and e.sent_at is not null and m.sent_at is not null
  then abs(extract(epoch from e.sent_at - m.sent_at)) <= $20 else e.received_at > $19::timestamptz - make_interval(secs => $20) end`;

/**
 * Stores messages once. The unique key decides, and also the content: the same words on a number within a minute are
 * the same SMS, unless the renter requested another code in between. If a source gives neither id nor time, words
 * that another order on the number, or nobody, received recently are a repeat, which is not shown to whoever rents
 * the number now. Returns those stored, by `sourceId number sourceKey`.
 */
export async function insertMessages(
  tx: Tx,
  messages: NewMessage[],
  { at, sameSmsSeconds, repeatHours }: Sameness,
): Promise<Map<string, { id: number; state: string }>> {
  if (messages.length === 0) return new Map();
  const near = messages.flatMap(({ orders }, place) =>
    orders.map((order) => ({ place: place + 1, ...order })),
  );
  const fresh = await tx.rows<{ id: number; state: string; name: string }>(
    `with near as materialized (
       select * from unnest($15::int[], $16::int[], $17::timestamptz[]) as n (place, order_id, resend_at)
     )
     insert into messages (source_id, source_key, number, sender, order_id, state, reason, service, text_sealed, code_sealed,
       content, sent_at, part_count, part_total, received_at)
     select m.source_id, m.source_key, m.number, m.sender,
       case when r.is_repeat then null else m.order_id end, case when r.is_repeat then 'unmatched' else m.state end,
       case when r.is_repeat then 'repeat' else m.reason end,
       m.service, m.text_sealed, m.code_sealed, m.content, m.sent_at, m.part_count, m.part_total, $19::timestamptz
     from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bytea[],
         $10::bytea[], $11::bytea[], $12::timestamptz[], $13::smallint[], $14::smallint[], $18::boolean[]) with ordinality
       as m (source_id, source_key, number, sender, order_id, state, reason, service, text_sealed, code_sealed, content,
         sent_at, part_count, part_total, is_nameless, place)
     cross join lateral (
       select m.is_nameless and m.order_id is not null and (
         exists (
           select from near n join messages e on e.order_id = n.order_id
           where n.place = m.place and n.order_id <> m.order_id and e.content = m.content
             and e.received_at > $19::timestamptz - make_interval(hours => $21))
         or exists (
           select from messages e where e.state = 'unmatched' and e.content = m.content
             and e.received_at > $19::timestamptz - make_interval(hours => $21))) as is_repeat
     ) r
     where not exists (
         select from near n join messages e on e.order_id = n.order_id
         where n.place = m.place and e.content = m.content and ${isSameSms}
           and (n.resend_at is null or n.resend_at <= e.received_at))
       and not exists (
         select from messages e where e.state = 'unmatched' and e.content = m.content and ${isSameSms})
     on conflict (source_id, source_key, number) do nothing
     returning id, state, source_id || ' ' || number || ' ' || source_key as name`,
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
      messages.map((message) => message.content),
      messages.map((message) => message.sentAt),
      messages.map((message) => message.partCount),
      messages.map((message) => message.partTotal),
      near.map(({ place }) => place),
      near.map(({ orderId }) => orderId),
      near.map(({ resendAt }) => resendAt),
      messages.map((message) => message.isNameless),
      at,
      sameSmsSeconds,
      repeatHours,
    ],
  );
  return new Map(fresh.map(({ id, state, name }) => [name, { id, state }]));
}

export interface Completed {
  orderId: number;
  sourceId: number;
  sourceKey: string;
  number: string;
  service: string | null;
  textSealed: Buffer;
  codeSealed: Buffer | null;
  content: Buffer | null;
  partCount: number;
}

export interface CompletedRow {
  id: number;
  name: string;
  orderId: number | null;
  state: string;
  codeBefore: Buffer | null;
}

/** Updates messages of which more parts arrived; returns those that had fewer, by `sourceId number sourceKey`. */
export function completeMessages(tx: Tx, completed: Completed[]): Promise<CompletedRow[]> {
  return tx.rows(
    `update messages m set service = c.service, text_sealed = c.text_sealed, code_sealed = c.code_sealed,
       content = c.content, part_count = c.part_count
     from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[], $8::smallint[], $9::int[])
       as c (source_id, source_key, number, service, text_sealed, code_sealed, content, part_count, order_id)
     join messages b using (source_id, source_key, number)
     where m.id = b.id and m.part_count < c.part_count and m.order_id = c.order_id
     returning m.id, m.source_id || ' ' || m.number || ' ' || m.source_key as name, m.order_id as "orderId", m.state,
       b.code_sealed as "codeBefore"`,
    [
      completed.map((message) => message.sourceId),
      completed.map((message) => message.sourceKey),
      completed.map((message) => message.number),
      completed.map((message) => message.service),
      completed.map((message) => message.textSealed),
      completed.map((message) => message.codeSealed),
      completed.map((message) => message.content),
      completed.map((message) => message.partCount),
      completed.map((message) => message.orderId),
    ],
  );
}

/** Erases texts and codes past their retention, at most `limit` at a time; returns the orders they were for. */
export function eraseTexts(tx: Tx, before: Date, limit: number): Promise<{ orderId: number | null }[]> {
  return tx.rows(
    `update messages set text_sealed = null, code_sealed = null
     where id in (
       select id from messages where received_at < $1 and text_sealed is not null
       order by received_at limit $2 for update skip locked)
     returning order_id as "orderId"`,
    [before, limit],
  );
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
