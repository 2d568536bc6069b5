import type { Queryable } from "../../../kit/db.ts";
import { formsOf } from "../../../kit/one-number.ts";
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
  /** The last row of the previous page. */
  before: { createdAt: Date; orderId: number } | null;
}

/** Newest first, of every account and in any state. */
export function listOrdersOfAll(
  db: Queryable,
  filter: OrdersFilter,
  limit: number,
): Promise<OperatorOrder[]> {
  return db.rows(
    `select o.order_id as "orderId", o.seq, a.id as "accountId", a.username, w.mode, s.slug as service, o.country,
       o.provider, o.supplier, o.pool_id as "poolId", p.name as pool, o.number, o.status, o.price_minor as "priceMinor",
       o.cost_minor as "costMinor", o.created_at as "createdAt", o.expires_at as "expiresAt", o.closed_at as "closedAt", o.message_count as "messageCount"
     from orders o join wallets w on w.id = o.wallet_id join accounts a on a.id = w.account_id
     join services s on s.id = o.service_id join pools p on p.id = o.pool_id
     where ($1::text is null or o.order_id::text = $1 or strpos(o.number, $1) > 0
       or one_number(o.number) = one_number($1))
       and ($2::text[] is null or o.status = any($2)) and ($3::text is null or w.mode = $3)
       and ($4::bigint is null or w.account_id = $4) and ($5::text[] is null or o.number = any($5))
       and ($6::timestamptz is null or (o.created_at, o.order_id) < ($6, $7::int))
       and ($9::text is null or s.slug = $9) and ($10::text is null or o.country = $10)
       and ($11::int is null or o.pool_id = $11) and ($12::text is null or o.supplier = $12)
       and ($13::timestamptz is null or o.created_at >= $13) and ($14::timestamptz is null or o.created_at < $14)
     order by o.created_at desc, o.order_id desc limit $8`,
    [
      filter.q,
      filter.status,
      filter.mode,
      filter.accountId,
      filter.number === null ? null : formsOf(filter.number),
      filter.before?.createdAt ?? null,
      filter.before?.orderId ?? null,
      limit,
      filter.service,
      filter.country,
      filter.poolId,
      filter.supplier,
      filter.from,
      filter.to,
    ],
  );
}

export interface OrderFilter {
  walletId: number;
  beforeSeq: number;
  status: string[] | null;
  service: string | null;
  country: string | null;
  from: Date | null;
  to: Date | null;
  q: string | null;
}

/** A page of a wallet's orders, newest first, from before `beforeSeq`. */
export function listOrders(db: Queryable, filter: OrderFilter, limit: number): Promise<Order[]> {
  return db.rows(
    `select ${orderColumns} ${fromOrders}
     where o.wallet_id = $1 and o.seq < $2 and ${shown}
       and ($3::text[] is null or o.status = any($3)) and ($4::text is null or s.slug = $4)
       and ($5::text is null or o.country = $5) and ($6::timestamptz is null or o.created_at >= $6)
       and ($7::timestamptz is null or o.created_at < $7)
       and ($8::text is null or o.order_id::text = $8 or o.number like '%' || $8 || '%'
         or one_number(o.number) = one_number($8))
     order by o.seq desc limit $9`,
    [
      filter.walletId,
      filter.beforeSeq,
      filter.status,
      filter.service,
      filter.country,
      filter.from,
      filter.to,
      filter.q,
      limit,
    ],
  );
}
