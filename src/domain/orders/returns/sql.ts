import type { Queryable } from "../../../kit/db.ts";

/** A number that must be returned to its supplier; without a ref the supplier is asked first whether it took one. */
export interface Return {
  orderId: number;
  supplier: string;
  ref: string | null;
}

/** Written in the transaction in which the order fails; `returnNumbers` processes it. */
export async function insertReturn(
  db: Queryable,
  { orderId, supplier, ref }: Return,
  at: Date,
): Promise<void> {
  await db.rows(
    `insert into supplier_returns (order_id, supplier, ref, created_at, next_at) values ($1, $2, $3, $4, $4)
     on conflict (order_id) do update
     set ref = coalesce(excluded.ref, supplier_returns.ref), next_at = excluded.next_at`,
    [orderId, supplier, ref, at],
  );
}

export interface DueReturn extends Return {
  /** The number of attempts, including this one. */
  tries: number;
}

/**
 * Claims what is due for this process by postponing the next attempt: by 15 s, then twice as long each time, up to an
 * hour.
 */
export function takeDueReturns(db: Queryable, at: Date, limit: number): Promise<DueReturn[]> {
  return db.rows(
    `update supplier_returns set tries = tries + 1, next_at = $1::timestamptz + least(15 * 2 ^ least(tries, 8), 3600) * interval '1 second'
     where order_id in (
       select order_id from supplier_returns where next_at <= $1 order by next_at limit $2 for update skip locked)
     returning order_id as "orderId", supplier, ref, tries`,
    [at, limit],
  );
}

/**
 * Records that this is what is returned, so that no order can get it any more (orders_supplier_ref); false if another
 * order has it.
 */
export async function claimRef(db: Queryable, { orderId, supplier }: Return, ref: string): Promise<boolean> {
  const claimed = await db.rows(
    `update orders set supplier_ref = $3 where order_id = $1 and not exists (
       select from orders o where o.supplier = $2 and o.supplier_ref = $3 and o.order_id <> $1)
     returning order_id`,
    [orderId, supplier, ref],
  );
  return claimed.length > 0;
}

export async function deleteReturn(db: Queryable, orderId: number): Promise<void> {
  await db.rows(`delete from supplier_returns where order_id = $1`, [orderId]);
}
