import { secondsAfter } from "../../kit/clock.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { noSuchOrder } from "../orders/errors.ts";
import { fulfil } from "../orders/fulfil.ts";
import { lateHours } from "../orders/order.ts";
import { sealOrderCode } from "../orders/sealed-code.ts";
import { lockOrderForMessage, type OrderOnNumber } from "../orders/sql.ts";
import { findCode } from "./code.ts";
import { messageNotAssignable, messageNotFound } from "./errors.ts";
import { openText, sealCode } from "./sealed-message.ts";
import { giveMessage, lockMessage, type StoredMessage } from "./sql.ts";

export type AssignedState = "delivered" | "late" | "withheld";

/**
 * Gives a message that nobody was given to an order, by the operator's hand, and all that follows from it in the same
 * transaction: the charge of a first message, the event. The operator may overrule what the text was taken for, not
 * whose the number was when it came. The order is locked first, as everywhere.
 */
export function assign(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  input: { messageId: number; orderId: number; actor: string },
): Promise<AssignedState> {
  const { messageId, orderId, actor } = input;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const order = await lockOrderForMessage(tx, orderId);
    if (!order) throw noSuchOrder(orderId);
    const message = await lockMessage(tx, messageId);
    if (!message) throw messageNotFound(messageId);
    const objection = objectionTo(message, order, at);
    if (objection) throw messageNotAssignable(objection);
    const text = openText(sealer, message);
    const code = text && findCode(text, { sender: message.sender, expectedService: order.service });
    const state = stateFor(order);
    const given = { orderId, state, codeSealed: code ? sealCode(sealer, message, code.code) : null };
    await giveMessage(tx, messageId, given);
    const deliveries = [
      { order, messageId, codeSealed: code ? sealOrderCode(sealer, orderId, code.code) : null },
    ];
    await fulfil(tx, state === "delivered" ? deliveries : [], state === "delivered" ? [] : deliveries, at);
    const detail = { orderId, state, reason: message.reason };
    await recordAction(tx, { at, actor, action: "message.assign", subject: `message ${messageId}`, detail });
    return state;
  });
}

function stateFor({ closedAt, latePolicy }: OrderOnNumber): AssignedState {
  if (closedAt === null) return "delivered";
  return latePolicy === "withhold" ? "withheld" : "late";
}

/** Why the message cannot be the order's; null when it can. */
export function objectionTo(message: StoredMessage, order: OrderOnNumber, at: Date): string | null {
  if (message.state !== "unmatched") return `Message ${message.id} belongs to an order already.`;
  if (message.number !== order.number)
    return `The message came on ${message.number}; order ${order.orderId} is on ${order.number}.`;
  if (message.receivedAt < order.createdAt)
    return "The message came before the order was rented: it is somebody else's.";
  if (order.closedAt && order.closedAt < secondsAfter(at, -lateHours * 3600))
    return `The order closed more than ${lateHours} hours ago.`;
  if (order.closedAt && message.receivedAt > secondsAfter(order.closedAt, lateHours * 3600))
    return `The message came more than ${lateHours} hours after the order had closed.`;
  return null;
}
