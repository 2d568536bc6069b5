import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import { lateHours, type OrderRules } from "../orders/order.ts";
import { fulfil, type Delivery } from "../orders/fulfil.ts";
import { sealOrderCode } from "../orders/sealed-code.ts";
import { lockOrdersOn, type OrderOnNumber } from "../orders/sql.ts";
import { findCode } from "./code.ts";
import { limitPerOrder } from "./limit.ts";
import { match, type Match, type Recognized } from "./match.ts";
import type { IncomingSms, Receipt } from "./message.ts";
import { findRestricted } from "../catalog/sql.ts";
import { sealCode, sealText } from "./sealed-message.ts";
import { insertMessages, type NewMessage } from "./sql.ts";

export interface ReceiveDeps extends Pick<Deps, "db" | "clock" | "sealer" | "log"> {
  recognize: (text: string, sender: string) => Recognized[];
  rules: Pick<OrderRules, "maxMessages">;
}

/** A message with what it says and whom it is for. */
interface Sorted {
  sms: IncomingSms;
  found: Match;
  service: string | null;
  code: string | null;
}

/**
 * Stores inbound messages once and hands each to the order that waits for it, in one transaction for the batch:
 * message, code, order, money and event. The source is answered after it. Answers in the order of its input; of two
 * repeats in one batch the first is stored.
 */
export function receiveAll(deps: ReceiveDeps, batch: IncomingSms[]): Promise<Receipt[]> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    // What needs no lock comes before those that others wait for.
    const recognized = batch.map((sms) =>
      unlessItFails(deps, [], () => deps.recognize(sms.text, sms.sender)),
    );
    const restricted = await findRestricted(tx, [...new Set(recognized.flat().map(({ slug }) => slug))]);
    const orders = await findOrdersFor(tx, batch, at);
    const matched = batch.map((sms, place) => sort(deps, sms, recognized[place] ?? [], orders, restricted));
    const sorted = limitPerOrder(matched, deps.rules.maxMessages);
    // In one order everywhere, so that two processes with the same repeats do not wait for each other in a circle.
    const inOrder = sorted.toSorted((a, b) => (keyOf(a.sms) < keyOf(b.sms) ? -1 : 1));
    const fresh = await insertMessages(
      tx,
      inOrder.map((entry) => toRow(deps, entry)),
      at,
    );
    const stored = firstOfEach(sorted).filter(({ sms }) => fresh.has(keyOf(sms)));
    const delivery = ({ sms, found, code }: Sorted): Delivery => {
      const { order } = found as { order: OrderOnNumber };
      const codeSealed = code === null ? null : sealOrderCode(deps.sealer, order.orderId, code);
      return { order, messageId: fresh.get(keyOf(sms)) as number, codeSealed };
    };
    await fulfil(
      tx,
      stored.filter(({ found }) => found.state === "delivered").map(delivery),
      stored.filter(({ found }) => found.state === "late").map(delivery),
      at,
    );
    const kept = new Set(stored);
    return sorted.map((entry) => (kept.has(entry) ? entry.found.state : "duplicate"));
  });
}

/** A fault in reading a text must not cost the message: it is stored, and shown without what could not be read. */
function unlessItFails<T>({ log }: ReceiveDeps, fallback: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    log.error(
      { err: error },
      "a message could not be read for its code and service; it is stored all the same",
    );
    return fallback;
  }
}

const keyOf = (sms: IncomingSms): string => `${sms.sourceId} ${sms.sourceKey}`;

/** Locks the orders that the batch could reach, by number. */
async function findOrdersFor(tx: Tx, batch: IncomingSms[], at: Date): Promise<Map<string, OrderOnNumber[]>> {
  const numbers = [...new Set(batch.map((sms) => sms.number))];
  const orders = await lockOrdersOn(tx, numbers, secondsAfter(at, -lateHours * 3600));
  return Map.groupBy(orders, (order) => order.number ?? "");
}

function sort(
  deps: ReceiveDeps,
  sms: IncomingSms,
  recognized: Recognized[],
  orders: Map<string, OrderOnNumber[]>,
  restricted: Set<string>,
): Sorted {
  const found = match(recognized, orders.get(sms.number) ?? [], restricted);
  const expectedService = "order" in found ? found.order.service : undefined;
  const code = unlessItFails(deps, null, () => findCode(sms.text, { sender: sms.sender, expectedService }));
  return { sms, found, service: recognized[0]?.slug ?? null, code: code?.code ?? null };
}

function toRow({ sealer }: ReceiveDeps, { sms, found, service, code }: Sorted): NewMessage {
  const withheld = found.state === "late" && found.order.latePolicy === "withhold";
  return {
    sourceId: sms.sourceId,
    sourceKey: sms.sourceKey,
    number: sms.number,
    sender: sms.sender,
    orderId: "order" in found ? found.order.orderId : null,
    state: withheld ? "withheld" : found.state,
    reason: "reason" in found ? found.reason : null,
    service,
    textSealed: sealText(sealer, sms, sms.text),
    codeSealed: code === null ? null : sealCode(sealer, sms, code),
  };
}

function firstOfEach(entries: Sorted[]): Sorted[] {
  const seen = new Set<string>();
  return entries.filter(({ sms }) => !seen.has(keyOf(sms)) && seen.add(keyOf(sms)));
}
