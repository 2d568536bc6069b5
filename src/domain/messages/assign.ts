import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { canonicalNumber, formsOf } from "../../kit/one-number.ts";
import { recordAction } from "../audit/record-action.ts";
import { saleTerms } from "../catalog/catalog.ts";
import type { Deps } from "../deps.ts";
import { noSuchOrder } from "../orders/errors.ts";
import { fulfil } from "../orders/fulfil.ts";
import { lateHours } from "../orders/order.ts";
import { sealOrderCode } from "../orders/sealed-code.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import { lockOrderForMessage } from "../orders/on-number/lock.ts";
import { findCode } from "./code.ts";
import { messageNotAssignable, messageNotFound } from "./errors.ts";
import { isAnothers, type UnmatchedReason } from "./match.ts";
import { isShown, noteReadings, usesOf, type UseRules } from "./note-readings.ts";
import { openText, sealCode } from "./sealed-message.ts";
import { lockNumbersAndFindServices } from "../numbers/lock.ts";
import { findMessage, type StoredMessage } from "./queries.ts";
import { giveMessage, lockMessage } from "./sql.ts";
import { subjectOf, type Recognized, type Subject } from "./subject.ts";

export type AssignedState = "delivered" | "late" | "withheld";

const neverShown: UnmatchedReason = "never_shown";

export interface AssignDeps extends Pick<Deps, "db" | "clock" | "sealer"> {
  recognize: (text: string, sender: string) => Recognized[];
  rules: UseRules;
}

/**
 * Lets the operator give an unmatched message to an order, with all the consequences in the same transaction: the
 * charge of a first message, the event, what the number was used for. The operator may overrule what the text was
 * recognized as, but not whose the number was when it came, nor whose account the code could open. The number is
 * locked before the order, as everywhere.
 */
export function assign(
  deps: AssignDeps,
  input: { messageId: number; orderId: number; actor: string },
): Promise<AssignedState> {
  const { db, clock, sealer, rules } = deps;
  const { messageId, orderId, actor } = input;
  const at = clock.now();
  return db.transaction(async (tx) => {
    const subject = await lockNumberOf(deps, tx, messageId);
    const order = await lockOrderForMessage(tx, orderId, subject.families);
    if (!order) throw noSuchOrder(orderId);
    const message = await lockMessage(tx, messageId);
    if (!message) throw messageNotFound(messageId);
    const objection = objectionTo({ message, subject, order }, rules, at);
    if (objection) throw messageNotAssignable(objection);
    const text = openText(sealer, message);
    const code = text && findCode(text, { sender: message.sender, expectedService: order.service });
    const state = stateFor(order);
    const given = { orderId, state, codeSealed: code ? sealCode(sealer, message, code.code) : null };
    await giveMessage(tx, messageId, given);
    const deliveries = [
      { order, messageId, codeSealed: code ? sealOrderCode(sealer, orderId, code.code) : null },
    ];
    const isOpen = state === "delivered";
    await fulfil(tx, { deliveries: isOpen ? deliveries : [], late: isOpen ? [] : deliveries }, at);
    await noteReadings(tx, rules, [{ order, subject }], at);
    const detail = { orderId, state, reason: message.reason };
    await recordAction(tx, { at, actor, action: "message.assign", subject: `message ${messageId}`, detail });
    return state;
  });
}

function stateFor(order: OrderOnNumber): AssignedState {
  if (!isShown(order)) return "withheld";
  return order.closedAt === null ? "delivered" : "late";
}

/** Locks the number that a message came on; returns what the message is about, if its text still exists. */
export async function lockNumberOf(
  { sealer, recognize }: Pick<AssignDeps, "sealer" | "recognize">,
  tx: Tx,
  messageId: number,
): Promise<Subject> {
  const message = await findMessage(tx, messageId);
  if (!message) throw messageNotFound(messageId);
  const text = openText(sealer, message);
  const stored = message.service === null ? [] : [{ slug: message.service, confidence: 1, known: true }];
  const recognized = text === null ? stored : recognize(text, message.sender);
  const slugs = recognized.map(({ slug }) => slug);
  return subjectOf(recognized, await lockNumbersAndFindServices(tx, formsOf(message.number), slugs));
}

/** Why the message cannot go to the order; null if it can. */
export function objectionTo(
  { message, subject, order }: { message: StoredMessage; subject: Subject; order: OrderOnNumber },
  rules: UseRules,
  at: Date,
): string | null {
  if (message.state !== "unmatched") return `Message ${message.id} belongs to an order already.`;
  if (message.reason === neverShown)
    return "It comes from a bank, a payment service or a government: such messages are shown to no renter.";
  if (canonicalNumber(message.number) !== canonicalNumber(order.number ?? ""))
    return `The message came on ${message.number}; order ${order.orderId} is on ${order.number}.`;
  if (message.receivedAt < order.createdAt)
    return "The message came before the order was rented: it is somebody else's.";
  if (order.closedAt && order.closedAt < secondsAfter(at, -lateHours * 3600))
    return `The order closed more than ${lateHours} hours ago.`;
  if (order.closedAt && message.receivedAt > secondsAfter(order.closedAt, lateHours * 3600))
    return `The message came more than ${lateHours} hours after the order had closed.`;
  if (isAnothers(subject, order, usesOf([order]), saleTerms(at, rules).usedSince))
    return "An earlier renter of this number used the service that the message is about: its code could open their account.";
  return null;
}
