import type { Deps } from "../deps.ts";
import { lateHours, type OrderRules } from "../orders/order.ts";
import { fulfil, type Delivery } from "../orders/fulfil.ts";
import { sealOrderCode } from "../orders/sealed-code.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import type { FoundCode } from "./code.ts";
import { complete } from "./complete.ts";
import { nameOf, sameSmsSeconds } from "./content.ts";
import type { WholeSms } from "./hand-over.ts";
import { limitPerOrder } from "./limit.ts";
import type { Receipt } from "./message.ts";
import { isShown, noteReadings, type UseRules } from "./note-readings.ts";
import { sealCode, sealText } from "./sealed-message.ts";
import { sortAll, type SortDeps, type Sorted } from "./sort.ts";
import { insertMessages, type NewMessage } from "./sql.ts";

export interface ReceiveAllDeps extends SortDeps, Pick<Deps, "db" | "clock"> {
  rules: UseRules & Pick<OrderRules, "maxMessages">;
}

/**
 * Stores inbound messages once and delivers each to the order that waits for it, in one transaction for the batch:
 * message, code, order, money, event, and what the number was used for. The source is answered after the commit.
 * Returns results in the order of its input; of two repeats in one batch the first is stored. A message whose parts
 * were shown before is completed.
 */
export function receiveAll(deps: ReceiveAllDeps, batch: WholeSms[]): Promise<Receipt[]> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    const read = await sortAll(deps, tx, batch, at);
    const limited = limitFirsts(read, deps.rules.maxMessages);
    const sorted = read.map((entry) => limited.get(entry) ?? entry);
    const firsts = [...limited.values()].filter(({ isReady }) => isReady);
    // In the same order everywhere, so that two processes with the same repeats do not deadlock.
    const inOrder = firsts.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const rows = inOrder.map((entry) => toRow(deps, entry));
    const fresh = await insertMessages(tx, rows, { at, sameSmsSeconds, repeatHours: lateHours });
    const stored = firsts.flatMap((entry) => {
      const row = fresh.get(nameOf(entry));
      return row ? [{ entry, ...row }] : [];
    });
    const deliveriesOf = (state: string): Delivery[] =>
      stored.flatMap(({ entry: { found, code }, id: messageId, state: storedState }) =>
        "order" in found && found.state === state && storedState !== "unmatched"
          ? [toDelivery(deps, found.order, messageId, code)]
          : [],
      );
    const completed = await complete(
      deps,
      tx,
      inOrder.filter((entry) => entry.sms.joined && !fresh.has(nameOf(entry))),
    );
    const completions = completed.map(({ completion }) => completion);
    await fulfil(tx, { deliveries: deliveriesOf("delivered"), late: deliveriesOf("late"), completions }, at);
    const shown = [
      ...firsts.filter((entry) => isDelivered(entry, fresh)),
      ...completed.map(({ entry }) => entry),
    ];
    await noteReadings(
      tx,
      deps.rules,
      shown.flatMap(({ found, subject }) => ("order" in found ? [{ order: found.order, subject }] : [])),
      at,
    );
    const kept = new Set(stored.map(({ entry }) => entry));
    return sorted.map((entry) => receiptOf(entry, fresh.get(nameOf(entry))?.state, kept));
  });
}

const isDelivered = (entry: Sorted, fresh: Map<string, { state: string }>): boolean => {
  const state = fresh.get(nameOf(entry))?.state;
  return state !== undefined && state !== "unmatched";
};

function toDelivery(
  { sealer }: ReceiveAllDeps,
  order: OrderOnNumber,
  messageId: number,
  code: FoundCode | null,
): Delivery {
  return { order, messageId, codeSealed: code && sealOrderCode(sealer, order.orderId, code.code) };
}

function receiptOf(entry: Sorted, stored: string | undefined, kept: ReadonlySet<Sorted>): Receipt {
  if (!entry.isReady) return "part";
  if (!kept.has(entry)) return "duplicate";
  return stored === "unmatched" ? "unmatched" : entry.found.state;
}

function toRow(
  { sealer }: ReceiveAllDeps,
  { sms, key, content, found, service, code, orders }: Sorted,
): NewMessage {
  const withheld = "order" in found && !isShown(found.order);
  const name = { sourceId: sms.sourceId, number: sms.number, sourceKey: key };
  return {
    ...name,
    sender: sms.sender,
    orderId: "order" in found ? found.order.orderId : null,
    state: withheld ? "withheld" : found.state,
    reason: "reason" in found ? found.reason : null,
    service,
    textSealed: sealText(sealer, name, sms.text),
    codeSealed: code && sealCode(sealer, name, code.code),
    content,
    sentAt: sms.sentAt ?? null,
    partCount: sms.joined?.count ?? null,
    partTotal: sms.joined?.total ?? null,
    isNameless: sms.sourceKey === null && !sms.sentAt,
    orders,
  };
}

/** The messages that are not repeats within the batch, with the limit applied, which repeats do not count for. */
function limitFirsts(entries: Sorted[], most: number): Map<Sorted, Sorted> {
  const firsts = firstOfEach(entries.filter(({ isReady }) => isReady));
  const limited = limitPerOrder(firsts, most);
  return new Map(firsts.map((entry, index) => [entry, limited[index] ?? entry]));
}

/** Two sources may send the same SMS at once, and a source may send it twice. */
function firstOfEach(entries: Sorted[]): Sorted[] {
  const names = new Set<string>();
  const contents = new Map<string, Sorted[]>();
  return entries.filter((entry) => {
    const same = contents.get(entry.content?.toString("hex") ?? "") ?? [];
    if (names.has(nameOf(entry)) || same.some((other) => isSameSms(other, entry))) return false;
    names.add(nameOf(entry));
    if (entry.content) contents.set(entry.content.toString("hex"), [...same, entry]);
    return true;
  });
}

/** By the carrier's times if one source gives both; otherwise messages that arrive at the same time are one SMS. */
function isSameSms({ sms: one }: Sorted, { sms: other }: Sorted): boolean {
  if (one.sourceId !== other.sourceId || !one.sentAt || !other.sentAt) return true;
  return Math.abs(one.sentAt.getTime() - other.sentAt.getTime()) <= sameSmsSeconds * 1000;
}
