import { secondsAfter } from "../../kit/clock.ts";
import type { Tx } from "../../kit/db.ts";
import { canonicalNumber, formsOf } from "../../kit/one-number.ts";
import { saleTerms } from "../catalog/catalog.ts";
import type { Deps } from "../deps.ts";
import type { Use } from "../numbers/uses/use.ts";
import { lateHours, type OrderRules } from "../orders/order.ts";
import { fulfil, type Delivery } from "../orders/fulfil.ts";
import { sealOrderCode } from "../orders/sealed-code.ts";
import { lockOrdersOn, type OrderOnNumber } from "../orders/sql.ts";
import { findCode, type FoundCode } from "./code.ts";
import { complete } from "./complete.ts";
import { contentOf, keyWithoutId, nameOf, sameSmsSeconds } from "./content.ts";
import type { WholeSms } from "./hand-over.ts";
import { allowanceSeconds, isDoubtful, ordersInTime, type Delay } from "./in-time.ts";
import { limitPerOrder } from "./limit.ts";
import { match, type Match } from "./match.ts";
import type { Receipt } from "./message.ts";
import { addReading, isShown, noteReadings, usesOf, type UseRules } from "./note-readings.ts";
import { codeInParts } from "./parts/code-in-parts.ts";
import { sealCode, sealText } from "./sealed-message.ts";
import { findDelays, insertMessages, lockNumbersAndFindServices, type NewMessage } from "./sql.ts";
import { subjectOf, type Recognized, type Subject } from "./subject.ts";

export interface ReceiveDeps extends Pick<Deps, "db" | "clock" | "sealer" | "log"> {
  recognize: (text: string, sender: string) => Recognized[];
  rules: UseRules & Pick<OrderRules, "maxMessages">;
  /** Its messages are for orders of the sandbox, and those of every other source for no order of it. */
  sandboxSourceId: number;
}

/** A message with what it says and whom it is for. */
export interface Sorted {
  sms: WholeSms;
  subject: Subject;
  /** The source's id for it, or what stands in its place. */
  key: string;
  /** What it is known by whoever hands it in; null where every message counts. */
  content: Buffer | null;
  found: Match;
  service: string | null;
  code: FoundCode | null;
  /** The orders on its number. */
  orders: OrderOnNumber[];
  /** False: more parts are waited for, and what there is says too little to be shown. */
  isReady: boolean;
}

/** Whoever is shown a part early is shown a code that no other part can change. */
const sure = 0.7;

/**
 * Stores inbound messages once and hands each to the order that waits for it, in one transaction for the batch:
 * message, code, order, money, event, and what the number was used for. The source is answered after it. Answers in the
 * order of its input; of two repeats in one batch the first is stored. A message of which parts were shown before is
 * completed.
 */
export function receiveAll(deps: ReceiveDeps, batch: WholeSms[]): Promise<Receipt[]> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now();
    const sorted = limitPerOrder(await sortAll(deps, tx, batch, at), deps.rules.maxMessages);
    const firsts = firstOfEach(sorted.filter(({ isReady }) => isReady));
    // In one order everywhere, so that two processes with the same repeats do not wait for each other in a circle.
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
  { sealer }: ReceiveDeps,
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

/** Reads every message and finds its order, one after the other: what the first was shown for counts for the second. */
async function sortAll(deps: ReceiveDeps, tx: Tx, batch: WholeSms[], at: Date): Promise<Sorted[]> {
  const recognized = batch.map((sms) => unlessItFails(deps, [], () => deps.recognize(sms.text, sms.sender)));
  const numbers = [...new Set(batch.flatMap((sms) => formsOf(sms.number)))];
  const slugs = [...new Set(recognized.flat().map(({ slug }) => slug))];
  const services = await lockNumbersAndFindServices(tx, numbers, slugs);
  const subjects = recognized.map((found) => subjectOf(found, services));
  const families = [...new Set(subjects.flatMap((subject) => subject.families))];
  const orders = await lockOrdersOn(tx, numbers, families, secondsAfter(at, -lateHours * 3600));
  const onNumber = Map.groupBy(orders, (order) => canonicalNumber(order.number ?? ""));
  const uses = new Map(batch.map(({ number }) => [number, usesOf(onNumber.get(number) ?? [])]));
  const delays = await findDelaysFor(tx, batch, onNumber);
  return batch.map((sms, place) => {
    const subject = subjects[place] as Subject;
    const mode = sms.sourceId === deps.sandboxSourceId ? "test" : "live";
    const known: OnNumber = {
      orders: (onNumber.get(sms.number) ?? []).filter((order) => order.mode === mode),
      uses: uses.get(sms.number) as Map<number, Use>,
      allowance: allowanceSeconds(delays.get(sms.sourceId)),
    };
    const sorted = sort(deps, sms, subject, recognized[place]?.[0]?.slug ?? null, known, at);
    const { found } = sorted;
    if (sorted.isReady && "order" in found) addReading(known.uses, { order: found.order, subject }, at);
    return sorted;
  });
}

/** How late sources usually are, of those whose word decides whether a message came before a rent. */
async function findDelaysFor(
  tx: Tx,
  batch: WholeSms[],
  orders: Map<string, OrderOnNumber[]>,
): Promise<Map<number, Delay>> {
  const doubtful = batch.filter((sms) => isDoubtful(sms, orders.get(sms.number) ?? []));
  const ids = [...new Set(doubtful.map(({ sourceId }) => sourceId))];
  const delays = ids.length > 0 ? await findDelays(tx, ids) : [];
  return new Map(delays.map((delay) => [delay.sourceId, delay]));
}

/** What is known of a message's number, and of its source's clock. */
interface OnNumber {
  orders: OrderOnNumber[];
  uses: Map<number, Use>;
  allowance: number;
}

function sort(
  deps: ReceiveDeps,
  sms: WholeSms,
  subject: Subject,
  service: string | null,
  { orders, uses, allowance }: OnNumber,
  at: Date,
): Sorted {
  const named = subject.named.map(({ slug }) => slug);
  const inTime = ordersInTime(sms, orders, named, allowance);
  const { usedSince } = saleTerms(at, deps.rules);
  const found =
    barOf(sms) ?? explain(match(subject, { orders: inTime, uses }, usedSince), inTime.length < orders.length);
  const expectedService = "order" in found ? found.order.service : undefined;
  const hints = { sender: sms.sender, expectedService };
  const code = unlessItFails(deps, null, () =>
    sms.joined ? codeInParts(sms.joined.runs, hints) : findCode(sms.text, hints),
  );
  const content = contentOf(deps.sealer, sms);
  return {
    sms,
    subject,
    key: sms.sourceKey ?? keyWithoutId(content, sms.sentAt, at),
    content: sms.isOurs ? null : content,
    found,
    service,
    code,
    orders,
    isReady: !sms.joined?.isEarly || isShownEarly(found, named, code),
  };
}

/** What makes a message nobody's whatever it says; null where it is to be matched. */
function barOf({ isChat, text }: WholeSms): Match | null {
  if (isChat) return { state: "unmatched", reason: "not_sms" };
  return /[^\s\p{Cf}\u034f\u2800\u3164]/u.test(text) ? null : { state: "unmatched", reason: "no_text" };
}

function explain(found: Match, isSomebodyTooLate: boolean): Match {
  const isForNobody = found.state === "unmatched" && found.reason === "no_order";
  return isForNobody && isSomebodyTooLate ? { state: "unmatched", reason: "before_rent" } : found;
}

/** What the missing parts say must change neither the code nor whose it is: the service must be named already. */
const isShownEarly = (found: Match, named: string[], code: FoundCode | null): boolean =>
  found.state === "delivered" &&
  named.includes(found.order.service) &&
  code !== null &&
  code.confidence >= sure;

function toRow(
  { sealer }: ReceiveDeps,
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

/** Two sources may hand in the same SMS at once, as a source may twice. */
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

/** By the carrier's times where one source gives both; what comes at the same time otherwise is one SMS. */
function isSameSms({ sms: one }: Sorted, { sms: other }: Sorted): boolean {
  if (one.sourceId !== other.sourceId || !one.sentAt || !other.sentAt) return true;
  return Math.abs(one.sentAt.getTime() - other.sentAt.getTime()) <= sameSmsSeconds * 1000;
}
