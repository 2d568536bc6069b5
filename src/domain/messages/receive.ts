import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { saleTerms } from "../catalog/catalog.ts";
import type { Deps } from "../deps.ts";
import type { Use } from "../numbers/uses/use.ts";
import { lateHours, type OrderRules } from "../orders/order.ts";
import { fulfil, type Delivery } from "../orders/fulfil.ts";
import { sealOrderCode } from "../orders/sealed-code.ts";
import { lockOrdersOn, type OrderOnNumber } from "../orders/sql.ts";
import { findCode } from "./code.ts";
import { limitPerOrder } from "./limit.ts";
import { match, type Match } from "./match.ts";
import type { IncomingSms, Receipt } from "./message.ts";
import { addReading, isShown, noteReadings, usesOf, type UseRules } from "./note-readings.ts";
import { sealCode, sealText } from "./sealed-message.ts";
import { insertMessages, lockNumbersAndFindServices, type NewMessage } from "./sql.ts";
import { subjectOf, type Recognized, type Subject } from "./subject.ts";

export interface ReceiveDeps extends Pick<Deps, "db" | "clock" | "sealer" | "log"> {
  recognize: (text: string, sender: string) => Recognized[];
  rules: UseRules & Pick<OrderRules, "maxMessages">;
  /** Its messages are for orders of the sandbox, and those of every other source for no order of it. */
  sandboxSourceId: number;
}

/** A message with what it says and whom it is for. */
interface Sorted {
  sms: IncomingSms;
  subject: Subject;
  found: Match;
  service: string | null;
  code: string | null;
}

/**
 * Stores inbound messages once and hands each to the order that waits for it, in one transaction for the batch:
 * message, code, order, money, event, and what the number was used for. The source is answered after it. Answers in the
 * order of its input; of two repeats in one batch the first is stored.
 */
export function receiveAll(deps: ReceiveDeps, batch: IncomingSms[]): Promise<Receipt[]> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    const sorted = limitPerOrder(await sortAll(deps, tx, batch, at), deps.rules.maxMessages);
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
    await noteReadings(
      tx,
      deps.rules,
      stored.flatMap(({ found, subject }) => ("order" in found ? [{ order: found.order, subject }] : [])),
      at,
    );
    const kept = new Set(stored);
    return sorted.map((entry) => (kept.has(entry) ? entry.found.state : "duplicate"));
  });
}

/** Reads every message and finds its order, one after the other: what the first was shown for counts for the second. */
async function sortAll(deps: ReceiveDeps, tx: Tx, batch: IncomingSms[], at: Date): Promise<Sorted[]> {
  const recognized = batch.map((sms) => unlessItFails(deps, [], () => deps.recognize(sms.text, sms.sender)));
  const numbers = [...new Set(batch.map((sms) => sms.number))];
  const slugs = [...new Set(recognized.flat().map(({ slug }) => slug))];
  const services = await lockNumbersAndFindServices(tx, numbers, slugs);
  const subjects = recognized.map((found) => subjectOf(found, services));
  const families = [...new Set(subjects.flatMap((subject) => subject.families))];
  const orders = await lockOrdersOn(tx, numbers, families, secondsAfter(at, -lateHours * 3600));
  const onNumber = Map.groupBy(orders, (order) => order.number ?? "");
  const uses = new Map(numbers.map((number) => [number, usesOf(onNumber.get(number) ?? [])]));
  const { usedSince } = saleTerms(at, deps.rules);
  return batch.map((sms, place) => {
    const subject = subjects[place] as Subject;
    const mode = sms.sourceId === deps.sandboxSourceId ? "test" : "live";
    const known = uses.get(sms.number) as Map<number, Use>;
    const possible = (onNumber.get(sms.number) ?? []).filter((order) => order.mode === mode);
    const found = match(subject, { orders: possible, uses: known }, usedSince);
    if ("order" in found) addReading(known, { order: found.order, subject }, at);
    const expectedService = "order" in found ? found.order.service : undefined;
    const code = unlessItFails(deps, null, () => findCode(sms.text, { sender: sms.sender, expectedService }));
    const service = recognized[place]?.[0]?.slug ?? null;
    return { sms, subject, found, service, code: code?.code ?? null };
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

function toRow({ sealer }: ReceiveDeps, { sms, found, service, code }: Sorted): NewMessage {
  return {
    sourceId: sms.sourceId,
    sourceKey: sms.sourceKey,
    number: sms.number,
    sender: sms.sender,
    orderId: "order" in found ? found.order.orderId : null,
    state: "order" in found && !isShown(found.order) ? "withheld" : found.state,
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
