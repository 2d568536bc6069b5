import type { Queryable } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { openOrderCode } from "./sealed-code.ts";
import { listOrders, type OrderFilter } from "./lists/queries.ts";
import type { Order } from "./order.ts";

const pageSize = 250;

/** An order as lists show it, with its newest code. */
export interface ListedOrder extends Order {
  code: string | null;
}

/**
 * A wallet's orders, newest first unless sorted otherwise, page by page: memory stays flat however many there are. Without a sealer their
 * codes are not opened.
 */
export async function* readOrders(
  { db, sealer }: { db: Queryable; sealer: Sealer | null },
  filter: OrderFilter,
  limit: number,
): AsyncGenerator<ListedOrder[]> {
  let { lastSeq } = filter;
  for (let left = limit; left > 0;) {
    const page = await listOrders(db, { ...filter, lastSeq }, Math.min(left, pageSize));
    if (page.length > 0)
      yield page.map((order) => ({ ...order, code: sealer && openOrderCode(sealer, order) }));
    if (page.length < Math.min(left, pageSize)) return;
    left -= page.length;
    lastSeq = (page.at(-1) as Order).seq;
  }
}
