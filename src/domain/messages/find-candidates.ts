import { formsOf } from "../../kit/one-number.ts";
import { lockOrdersInReach } from "../orders/on-number/lock.ts";
import { lockNumberOf, objectionTo, type AssignDeps } from "./assign.ts";
import { messageNotFound } from "./errors.ts";
import { findMessage } from "./queries.ts";

/** The orders that a message could be assigned to by hand: those on its number that `assign` would accept. */
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
    const { families } = subject;
    const orders = await lockOrdersInReach(tx, { numbers: formsOf(message.number), families }, at);
    const fit = orders.filter((order) => objectionTo({ message, subject, order }, rules, at) === null);
    return { number: message.number, orderIds: new Set(fit.map(({ orderId }) => orderId)) };
  });
}
