import { secondsAfter } from "../../kit/clock.ts";
import { formsOf } from "../../kit/one-number.ts";
import { lateHours } from "../orders/order.ts";
import { lockOrdersOn } from "../orders/on-number/sql.ts";
import { lockNumberOf, objectionTo, type AssignDeps } from "./assign.ts";
import { messageNotFound } from "./errors.ts";
import { findMessage } from "./queries.ts";

/** The orders that a message could be given to by hand: those on its number that `assign` would take. */
export function findCandidates(
  deps: AssignDeps,
  messageId: number,
): Promise<{ number: string; orderIds: Set<number> }> {
  const { db, clock, rules } = deps;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const subject = await lockNumberOf(deps, tx, messageId);
    const message = await findMessage(tx, messageId);
    if (!message) throw messageNotFound(messageId);
    const closedSince = secondsAfter(at, -lateHours * 3600);
    const orders = await lockOrdersOn(tx, formsOf(message.number), subject.families, closedSince);
    const fit = orders.filter((order) => objectionTo(message, subject, order, rules, at) === null);
    return { number: message.number, orderIds: new Set(fit.map(({ orderId }) => orderId)) };
  });
}
