import { findService } from "../catalog/queries.ts";
import { findPool } from "../pools/queries.ts";
import type { Deps } from "../deps.ts";
import { orderNotFound } from "../orders/errors.ts";
import { isShown, type Order } from "../orders/order.ts";
import { openOrderCode } from "../orders/sealed-code.ts";
import { findOrder } from "../orders/queries.ts";
import { timelineOf, type Happening } from "../orders/timeline.ts";
import { listPostingsOf } from "../wallet/queries.ts";
import { noMessages, type OrderMessages, type ShownMessage } from "./message.ts";
import { showMessages } from "./show.ts";

export interface OrderDetails extends OrderMessages {
  order: Order;
  serviceName: string;
  poolName: string;
  /** The renter asked for another code, and none has come since. */
  awaitsAnother: boolean;
  /** The newest one. */
  code: string | null;
  timeline: Happening[];
}

/** One of a wallet's orders as its renter may see it, with or without its messages. Refuses `order_not_found`. */
export async function readOrder(
  deps: Pick<Deps, "db" | "clock" | "sealer">,
  { walletId, orderId, withCodes }: { walletId: number; orderId: number; withCodes: boolean },
): Promise<OrderDetails> {
  const { db, sealer } = deps;
  const order = await findOrder(db, orderId);
  if (!order || order.walletId !== walletId || !isShown(order)) throw orderNotFound();
  const shown = (await showMessages(deps, [orderId])).get(orderId) ?? noMessages;
  return {
    order,
    serviceName: (await findService(db, order.service))?.name ?? order.service,
    poolName: (await findPool(db, order.poolId))?.name ?? String(order.poolId),
    awaitsAnother: awaitsAnother(order, shown.messages),
    code: withCodes ? openOrderCode(sealer, order) : null,
    timeline: timelineOf(order, await listPostingsOf(db, walletId, orderId), shown.messages),
    ...shown,
    ...(withCodes ? {} : { messages: [] }),
  };
}

function awaitsAnother({ status, resendAt }: Order, messages: ShownMessage[]): boolean {
  const newest = messages.at(-1);
  return status === "RECEIVED" && resendAt !== null && !(newest && newest.receivedAt > resendAt);
}
