import type { Tx } from "../../kit/db.ts";
import { canonicalNumber, formsOf } from "../../kit/one-number.ts";
import { saleTerms } from "../catalog/catalog.ts";
import type { Deps } from "../deps.ts";
import type { Use } from "../numbers/uses/use.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import { lockOrdersInReach } from "../orders/on-number/lock.ts";
import { asItBegan, begunOf, findBegun, findSuperseded, keyOfWhole, restFor, type Begun } from "./begun.ts";
import { findCode, readMessage, type FoundCode, type ReadMessage } from "./code.ts";
import { contentOf, keyWithoutId } from "./content.ts";
import type { IsNeverShown } from "./never-shown.ts";
import type { WholeSms } from "./hand-over.ts";
import { allowanceSeconds, isDoubtful, ordersInTime, type Delay } from "./sent-time.ts";
import { match, type Match } from "./match.ts";
import { addReading, usesOf, type UseRules } from "./note-readings.ts";
import { codeInParts } from "./parts/code-in-parts.ts";
import { lockNumbersAndFindServices } from "../numbers/lock.ts";
import { findDelays } from "./queries.ts";
import { subjectOf, type Recognized, type Subject } from "./subject.ts";

export interface SortDeps extends Pick<Deps, "sealer" | "log"> {
  recognize: (message: string | ReadMessage, sender: string) => Recognized[];
  isNeverShown: IsNeverShown;
  rules: UseRules;
  /** The source whose messages are only for sandbox orders, which get no others. */
  sandboxSourceId: number;
}

/** A message with its contents and its recipient. */
export interface Sorted {
  sms: WholeSms;
  subject: Subject;
  /** The source's id for it, or a substitute. */
  key: string;
  /** Identifies it whichever source sends it; null if every message counts. */
  content: Buffer | null;
  found: Match;
  /** What is stored of it, if that is less. */
  begun: Begun | null;
  service: string | null;
  code: FoundCode | null;
  /** The orders on its number. */
  orders: OrderOnNumber[];
  /** False: more parts are to come and these are not enough to be shown, or more have already arrived. */
  isReady: boolean;
}

/** A part is shown early only if no other part can change its code. */
const sure = 0.7;

/** An error in reading a text must not lose the message: it is stored, and shown without what could not be read. */
function unlessItFails<T>({ log }: SortDeps, fallback: T, read: () => T): T {
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

/** Reads every message and finds its order, one after the other: a use by the first counts for the second. */
export async function sortAll(deps: SortDeps, tx: Tx, batch: WholeSms[], at: Date): Promise<Sorted[]> {
  const readings = batch.map((sms) => unlessItFails<Text>(deps, sms.text, () => readMessage(sms.text)));
  const recognized = batch.map((sms, place) =>
    unlessItFails(deps, [], () => deps.recognize(readings[place] as Text, sms.sender)),
  );
  const numbers = [...new Set(batch.flatMap((sms) => formsOf(sms.number)))];
  const slugs = [...new Set(recognized.flat().map(({ slug }) => slug))];
  const services = await lockNumbersAndFindServices(tx, numbers, slugs);
  const subjects = recognized.map((found) => subjectOf(found, services));
  const families = [...new Set(subjects.flatMap((subject) => subject.families))];
  const orders = await lockOrdersInReach(tx, { numbers, families }, at);
  const onNumber = Map.groupBy(orders, (order) => canonicalNumber(order.number ?? ""));
  const uses = new Map(batch.map(({ number }) => [number, usesOf(onNumber.get(number) ?? [])]));
  const delays = await findDelaysFor(tx, batch, onNumber);
  const begun = await findBegun(tx, batch);
  const superseded = findSuperseded(batch);
  return batch.map((sms, place) => {
    const subject = subjects[place] as Subject;
    const mode = sms.sourceId === deps.sandboxSourceId ? "test" : "live";
    const known: OnNumber = {
      orders: (onNumber.get(sms.number) ?? []).filter((order) => order.mode === mode),
      uses: uses.get(sms.number) as Map<number, Use>,
      allowance: allowanceSeconds(delays.get(sms.sourceId), sms.timeHasZone),
      begun: begunOf(sms, begun),
    };
    const says: Says = {
      reading: readings[place] as Text,
      subject,
      service: recognized[place]?.[0]?.slug ?? null,
    };
    const sorted = sort(deps, { sms, ...says }, known, at);
    if (superseded.has(sms)) return { ...sorted, isReady: false };
    const { found } = sorted;
    if (sorted.isReady && "order" in found) addReading(known.uses, { order: found.order, subject }, at);
    return sorted;
  });
}

/** The usual delay of each source whose time decides whether a message came before a rent. */
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

/** What is known about a message's number and its source's clock, and what is stored of the message. */
interface OnNumber {
  orders: OrderOnNumber[];
  uses: Map<number, Use>;
  allowance: number;
  begun: Begun | null;
}

/** A message that was read, or its text if reading failed. */
type Text = string | ReadMessage;

/** What a message says, read once for its code and its service. */
interface Says {
  reading: Text;
  subject: Subject;
  /** The service that it names with the highest confidence. */
  service: string | null;
}

function sort(
  deps: SortDeps,
  { sms, reading, subject, service }: Says & { sms: WholeSms },
  { orders, uses, allowance, begun }: OnNumber,
  at: Date,
): Sorted {
  const named = subject.named.map(({ slug }) => slug);
  const inTime = ordersInTime(sms, orders, named, allowance);
  const { usedSince } = saleTerms(at, deps.rules);
  const judged = begun ? asItBegan(inTime, sms) : inTime;
  const matched =
    barOf(sms, deps) ??
    explain(match(subject, { orders: judged, uses }, usedSince), inTime.length < orders.length);
  const found = begun ? restFor(begun, matched) : matched;
  const isApart = begun !== null && !("order" in found);
  const expectedService = "order" in found ? found.order.service : undefined;
  const hints = { sender: sms.sender, expectedService };
  const code = unlessItFails(deps, null, () =>
    sms.joined ? codeInParts(sms.joined.runs, hints) : findCode(reading, hints),
  );
  const content = contentOf(deps.sealer, sms);
  const key = sms.sourceKey ?? keyWithoutId(content, sms.sentAt, at);
  return {
    sms,
    subject,
    key: isApart ? keyOfWhole(key) : key,
    content: sms.isOurs ? null : content,
    found,
    begun,
    service,
    code,
    orders,
    isReady: !sms.joined?.isEarly || isShownEarly(found, named, code),
  };
}

/** Why a message goes to nobody, whatever was rented; null if it is to be matched. */
function barOf(sms: WholeSms, deps: SortDeps): Match | null {
  const { isChat, text } = sms;
  if (isChat) return { state: "unmatched", reason: "not_sms" };
  if (!/[^\s\p{Cf}\u034f\u2800\u3164]/u.test(text)) return { state: "unmatched", reason: "no_text" };
  // What an account sends itself in the sandbox opens nothing.
  const isHidden =
    sms.sourceId !== deps.sandboxSourceId && unlessItFails(deps, false, () => deps.isNeverShown(sms));
  return isHidden ? { state: "unmatched", reason: "never_shown" } : null;
}

function explain(found: Match, isSomebodyTooLate: boolean): Match {
  const isForNobody = found.state === "unmatched" && found.reason === "no_order";
  return isForNobody && isSomebodyTooLate ? { state: "unmatched", reason: "before_rent" } : found;
}

/** The missing parts must not be able to change the code or its recipient: the service must already be named. */
const isShownEarly = (found: Match, named: string[], code: FoundCode | null): boolean =>
  found.state === "delivered" &&
  named.includes(found.order.service) &&
  code !== null &&
  code.confidence >= sure;
