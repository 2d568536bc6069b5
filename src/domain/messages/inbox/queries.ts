import type { Queryable } from "../../../kit/db.ts";
import { formsOf } from "../../../kit/one-number.ts";
import { behind, inOrder, mostCounted, type Sort } from "../../../kit/sort.ts";
import { incomplete, type MessageRow, type StoredMessage } from "../queries.ts";

/** Messages that the operator may assign; sandbox messages are not among them. */
const isWaiting = `m.state = 'unmatched' and s.kind <> 'sandbox'`;

export interface UnmatchedRow extends Omit<InboxRow, "state" | "orderId"> {
  reason: string;
}

export function listUnmatched(db: Queryable, limit: number): Promise<UnmatchedRow[]> {
  return db.rows(
    `select m.id, m.source_id as "sourceId", m.source_key as "sourceKey", m.number, m.sender, m.reason, m.service, s.name as source, m.text_sealed as "textSealed",
       m.code_sealed as "codeSealed", ${incomplete}, m.received_at as "receivedAt"
     from messages m join sources s on s.id = m.source_id
     where ${isWaiting} order by m.id desc limit $1`,
    [limit],
  );
}

export interface OperatorRow extends Omit<MessageRow, "orderId"> {
  reason: string | null;
  source: string;
}

/** The newest messages of an order, oldest first, including those that its renter is not shown. */
export function listMessagesOf(db: Queryable, orderId: number, limit: number): Promise<OperatorRow[]> {
  return db.rows(
    `select * from (select m.id, m.source_id as "sourceId", m.source_key as "sourceKey", m.number, m.sender, m.state, m.reason, m.service, s.name as source, m.text_sealed as "textSealed",
       m.code_sealed as "codeSealed", ${incomplete}, m.received_at as "receivedAt"
     from messages m join sources s on s.id = m.source_id where m.order_id = $1
       order by m.id desc limit $2) newest order by id`,
    [orderId, limit],
  );
}

export async function countMessagesOf(db: Queryable, orderId: number): Promise<number> {
  const [row] = await db.rows<{ n: number }>(`select count(*)::int as n from messages where order_id = $1`, [
    orderId,
  ]);
  return row?.n ?? 0;
}

export interface InboxRow extends StoredMessage {
  source: string;
  serviceName: string | null;
  orderId: number | null;
  codeSealed: Buffer | null;
  incomplete: boolean;
}

const inboxColumns = `m.id, m.source_id as "sourceId", m.source_key as "sourceKey", m.number, m.sender, m.state, m.reason, m.service, s.name as source,
  (select v.name from services v where v.slug = m.service) as "serviceName", m.order_id as "orderId",
  m.text_sealed as "textSealed", m.code_sealed as "codeSealed", ${incomplete}, m.received_at as "receivedAt"`;

export interface InboxFilter {
  onlyUnmatched: boolean;
  sourceId: number | null;
  /** Digits of the number it came on. */
  number: string | null;
  from: Date | null;
  to: Date | null;
  sort?: Sort;
  beforeId: number;
  limit: number;
}

const fromWanted = (onlyUnmatched: boolean): string => `from messages m join sources s on s.id = m.source_id
  where ($1::bigint is null or m.source_id = $1)
    and ($2::text is null or strpos(m.number, $2) > 0 or m.number = one_number($2))
    and ($3::timestamptz is null or m.received_at >= $3) and ($4::timestamptz is null or m.received_at < $4)
    ${onlyUnmatched ? `and ${isWaiting}` : ""}`;

const wantedBy = ({ sourceId, number, from, to }: InboxFilter): unknown[] => [sourceId, number, from, to];

/** A page of received messages, newest first unless sorted otherwise. */
export function listInbox(db: Queryable, filter: InboxFilter): Promise<InboxRow[]> {
  const { onlyUnmatched, sort = "newest", beforeId, limit } = filter;
  return db.rows(
    `select ${inboxColumns} ${fromWanted(onlyUnmatched)} and ${behind(sort, "m.id", "$5")}
     ${inOrder(sort, "m.id")} limit $6`,
    [...wantedBy(filter), beforeId, limit],
  );
}

/** How many there are, at most one more than anybody counts. */
export async function countInbox(db: Queryable, filter: InboxFilter): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from (select ${fromWanted(filter.onlyUnmatched)} limit ${mostCounted + 1}) counted`,
    wantedBy(filter),
  );
  return row?.n ?? 0;
}

export function listMessagesOn(db: Queryable, number: string, limit: number): Promise<InboxRow[]> {
  return db.rows(
    `select ${inboxColumns} from messages m join sources s on s.id = m.source_id
     where m.number = any($1::text[]) order by m.id desc limit $2`,
    [formsOf(number), limit],
  );
}

export async function countUnmatched(db: Queryable): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from messages m join sources s on s.id = m.source_id where ${isWaiting}`,
  );
  return row?.n ?? 0;
}
