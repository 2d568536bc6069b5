import type { Tx } from "../../kit/db.ts";
import type { EventType, NewEvent } from "../delivery/event.ts";
import { record } from "../delivery/record.ts";
import { post } from "../wallet/post.ts";
import { lockWalletsOf } from "../wallet/lock.ts";
import type { Movement } from "../wallet/wallet.ts";
import { lateCharges } from "./late-charges.ts";
import type { OrderOnNumber } from "./on-number/queries.ts";
import { addSpending } from "./spending/sql.ts";
import { correctCodes, countLateMessages, markReceived } from "./sql.ts";

/** A message that was stored and belongs to the order. */
export interface Delivery {
  order: OrderOnNumber;
  messageId: number;
  /** Sealed for the order (`sealOrderCode`), not for the message. */
  codeSealed: Buffer | null;
}

/** A message that its order already has, of which more parts have arrived. */
export interface Completion extends Delivery {
  /** Whether its code has changed. */
  isOtherCode: boolean;
}

export interface Fulfilment {
  /** To open orders. */
  deliveries: Delivery[];
  /** To orders that closed. */
  late: Delivery[];
  completions?: Completion[];
}

/**
 * Delivers messages to their open orders, whose locks the caller holds: the first one of an order captures its hold,
 * and each causes an event. `late` ones reach closed orders; they only cost something if the pool says so. A message
 * that was only completed was already charged and counted, and is reported as a change.
 */
export async function fulfil(
  tx: Tx,
  { deliveries, late, completions = [] }: Fulfilment,
  at: Date,
): Promise<void> {
  const all = [...deliveries, ...late, ...completions];
  if (all.length === 0) return;
  const wallets = await lockWalletsOf(
    tx,
    all.map(({ order }) => order),
  );
  const byOrder = Map.groupBy(deliveries, ({ order }) => order.orderId);
  const received = [...byOrder].map(([orderId, group]) => ({
    orderId,
    count: group.length,
    codeSealed: group.findLast(({ codeSealed }) => codeSealed !== null)?.codeSealed ?? null,
  }));
  if (received.length > 0) await markReceived(tx, received, at);
  const lateByOrder = Map.groupBy(late, ({ order }) => order.orderId);
  if (late.length > 0)
    await countLateMessages(
      tx,
      [...lateByOrder].map(([orderId, group]) => ({ orderId, count: group.length })),
    );
  const corrected = completions.filter(({ isOtherCode }) => isOtherCode);
  if (corrected.length > 0)
    await correctCodes(
      tx,
      corrected.map((completion) => ({ ...completion, orderId: completion.order.orderId })),
    );
  const lateOrders = [...lateByOrder.values()].map(([delivery]) => (delivery as Delivery).order);
  const spendable = new Map(wallets.map((wallet) => [wallet.id, wallet.spendableMinor]));
  const charges = lateCharges(lateOrders, spendable);
  await post(tx, [...captures(byOrder), ...charges], at);
  if (charges.length > 0) await countCharges(tx, charges, lateOrders, at);
  const told = [...deliveries, ...late.filter(({ order }) => order.latePolicy !== "withhold")];
  await record(
    tx,
    [
      ...told.map((delivery) => toEvent(delivery, "order.received")),
      ...completions.map((completion) => toEvent(completion, "order.updated")),
    ],
    at,
  );
}

/** What late messages cost was spent with the key that rented, on the day when they came. */
function countCharges(tx: Tx, charges: Movement[], orders: OrderOnNumber[], at: Date): Promise<void> {
  const keys = new Map(orders.map(({ orderId, keyId }) => [orderId, keyId]));
  return addSpending(
    tx,
    charges.flatMap(({ orderId, amountMinor }) => {
      const keyId = keys.get(orderId as number) ?? null;
      return keyId === null ? [] : [{ keyId, day: at, amountMinor }];
    }),
  );
}

const toEvent = ({ order, messageId }: Delivery, type: EventType): NewEvent => ({
  walletId: order.walletId,
  orderId: order.orderId,
  messageId,
  type,
});

function captures(byOrder: Map<number, Delivery[]>): Movement[] {
  const first = [...byOrder.values()].flatMap(([delivery]) =>
    delivery?.order.status === "PENDING" ? [delivery.order] : [],
  );
  return first.map(({ walletId, orderId, priceMinor }) => ({
    walletId,
    orderId,
    kind: "capture",
    amountMinor: priceMinor,
    outcome: "with a code",
  }));
}
