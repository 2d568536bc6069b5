import type { Queryable } from "../../../kit/db.ts";
import { formsOf } from "../../../kit/one-number.ts";
import { behind, inOrder, mostCounted, type Sort } from "../../../kit/sort.ts";
import type { Mode } from "../../wallet/wallet.ts";
import type { Order } from "../order.ts";
import { orderColumns, fromOrders, shown } from "../queries.ts";

export interface OperatorOrder {
  orderId: number;
  seq: number;
  accountId: number;
  username: string;
  mode: Mode;
  service: string;
  serviceName: string;
  country: string;
  provider: string;
  supplier: string;
  poolId: number;
  pool: string;
  number: string | null;
  status: string;
  priceMinor: number;
  costMinor: number;
  createdAt: Date;
  expiresAt: Date;
  closedAt: Date | null;
  messageCount: number;
}

export interface OrdersFilter {
  /** An order's id, or digits of its number. */
  q: string | null;
  status: string[] | null;
  mode: Mode | null;
  accountId: number | null;
  /** In whichever form it is written (kit/one-number.ts). */
  number: string | null;
  /** Slug. */
  service: string | null;
  country: string | null;
  poolId: number | null;
  supplier: string | null;
  /** Rented in [from, to). */
  from: Date | null;
  to: Date | null;
  sort?: Sort;
  /** The last row of the previous page. */
  before: { createdAt: Date; orderId: number } | null;
}

const fromWanted = `from orders o join wallets w on w.id = o.wallet_id join accounts a on a.id = w.account_id
  join services s on s.id = o.service_id join pools p on p.id = o.pool_id
  where ($1::text is null or o.order_id::text = $1 or strpos(o.number, $1) > 0
      or one_number(o.number) = one_number($1))
    and ($2::text[] is null or o.status = any($2)) and ($3::text is null or w.mode = $3)
    and ($4::bigint is null or w.account_id = $4) and ($5::text[] is null or o.number = any($5))
    and ($6::text is null or s.slug = $6) and ($7::text is null or o.country = $7)
    and ($8::int is null or o.pool_id = $8) and ($9::text is null or o.supplier = $9)
    and ($10::timestamptz is null or o.created_at >= $10) and ($11::timestamptz is null or o.created_at < $11)`;

const wantedBy = (filter: OrdersFilter): unknown[] => [
  filter.q,
  filter.status,
  filter.mode,
  filter.accountId,
  filter.number === null ? null : formsOf(filter.number),
  filter.service,
  filter.country,
  filter.poolId,
  filter.supplier,
  filter.from,
  filter.to,
];

/** Of every account and in any state; newest first unless sorted otherwise. */
export function listOrdersOfAll(
  db: Queryable,
  filter: OrdersFilter,
  limit: number,
): Promise<OperatorOrder[]> {
  const { sort = "newest", before } = filter;
  return db.rows(
    `select o.order_id as "orderId", o.seq, a.id as "accountId", a.username, w.mode, s.slug as service,
       s.name as "serviceName", o.country, o.provider, o.supplier, o.pool_id as "poolId", p.name as pool, o.number,
       o.status, o.price_minor as "priceMinor", o.cost_minor as "costMinor", o.created_at as "createdAt",
       o.expires_at as "expiresAt", o.closed_at as "closedAt", o.message_count as "messageCount"
     ${fromWanted}
       and ($12::timestamptz is null or ${behind(sort, "(o.created_at, o.order_id)", "($12, $13::int)")})
     ${inOrder(sort, "o.created_at", "o.order_id")} limit $14`,
    [...wantedBy(filter), before?.createdAt ?? null, before?.orderId ?? null, limit],
  );
}

export interface OrderSums {
  count: number;
  /** With a message. */
  delivered: number;
  /** The prices of those. */
  chargedMinor: number;
}

const sums = `select count(*)::int as count, count(*) filter (where c.messages > 0)::int as delivered,
  coalesce(sum(c.price) filter (where c.messages > 0), 0)::bigint as "chargedMinor"`;
const summed = `o.message_count as messages, o.price_minor as price`;

/** Of the orders that the filter lets through, at most one more than anybody counts. */
export async function sumOrdersOfAll(db: Queryable, filter: OrdersFilter): Promise<OrderSums> {
  const [row] = await db.rows<OrderSums>(
    `${sums} from (select ${summed} ${fromWanted} limit ${mostCounted + 1}) c`,
    wantedBy(filter),
  );
  return row as OrderSums;
}

export interface OrderFilter {
  walletId: number;
  sort?: Sort;
  /** The last row of the previous page; null: from the start. */
  lastSeq: number | null;
  status: string[] | null;
  service: string | null;
  country: string | null;
  from: Date | null;
  to: Date | null;
  q: string | null;
}

const fromListed = `${fromOrders}
  where o.wallet_id = $1 and ${shown}
    and ($2::text[] is null or o.status = any($2)) and ($3::text is null or s.slug = $3)
    and ($4::text is null or o.country = $4) and ($5::timestamptz is null or o.created_at >= $5)
    and ($6::timestamptz is null or o.created_at < $6)
    and ($7::text is null or o.order_id::text = $7 or o.number like '%' || $7 || '%'
      or one_number(o.number) = one_number($7))`;

const listedBy = ({ walletId, status, service, country, from, to, q }: OrderFilter): unknown[] => [
  walletId,
  status,
  service,
  country,
  from,
  to,
  q,
];

/** A page of a wallet's orders, newest first unless sorted otherwise. */
export function listOrders(db: Queryable, filter: OrderFilter, limit: number): Promise<Order[]> {
  const { sort = "newest", lastSeq } = filter;
  return db.rows(
    `select ${orderColumns} ${fromListed} and ${behind(sort, "o.seq", "$8")} ${inOrder(sort, "o.seq")} limit $9`,
    [...listedBy(filter), lastSeq ?? (sort === "oldest" ? 0 : Number.MAX_SAFE_INTEGER), limit],
  );
}

/** Of the wallet's orders that the filter lets through, at most one more than anybody counts. */
export async function sumOrders(db: Queryable, filter: OrderFilter): Promise<OrderSums> {
  const [row] = await db.rows<OrderSums>(
    `${sums} from (select ${summed} ${fromListed} limit ${mostCounted + 1}) c`,
    listedBy(filter),
  );
  return row as OrderSums;
}
