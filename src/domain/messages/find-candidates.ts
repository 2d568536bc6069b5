import type { Deps } from "../deps.ts";
import { lockOrdersOn } from "../orders/sql.ts";
import { secondsAfter } from "../../kit/clock.ts";
import { lateHours } from "../orders/order.ts";
import { objectionTo } from "./assign.ts";
import { messageNotFound } from "./errors.ts";
import { findMessage } from "./sql.ts";

/** The orders that a message could be given to by hand: those on its number that `assign` would take. */
export function findCandidates(
  { db, clock }: Pick<Deps, "db" | "clock">,
  messageId: number,
): Promise<{ number: string; orderIds: Set<number> }> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const message = await findMessage(tx, messageId);
    if (!message) throw messageNotFound(messageId);
    const orders = await lockOrdersOn(tx, [message.number], secondsAfter(at, -lateHours * 3600));
    const fit = orders.filter((order) => objectionTo(message, order, at) === null);
    return { number: message.number, orderIds: new Set(fit.map(({ orderId }) => orderId)) };
  });
}
