import { secondsAfter } from "../../kit/clock.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import type { WholeSms } from "./hand-over.ts";

/** Clocks of carriers and phones are accurate to a few minutes, once their offset is known. */
const toleranceSeconds = 300;
/** The largest error of a clock that only omits its time zone. */
const zoneSeconds = 14 * 3600;
/** No network keeps an SMS longer; an earlier time comes from a device that does not know the time. */
const keptDays = 14;
/** From this many messages on, we know how long a source usually takes. */
export const enoughDelays = 5;

/** From this many spells of ten minutes on. What was kept back by a phone that was offline comes within one or two. */
export const enoughSpells = 3;

/** How long the fastest of a source's last messages took, from its clock to ours. */
export interface Delay {
  sourceId: number;
  seconds: number;
  messages: number;
  /** The ten minutes in which at least one of them came, counted. */
  spells: number;
}

/**
 * How much later than its time a source's message may really have been sent. A clock that is always four hours behind
 * is allowed these four hours; for a new source we only know that its zone may be missing, or that it is not.
 */
export function allowanceSeconds(delay: Delay | undefined, timeHasZone = false): number {
  const enough = delay && delay.messages >= enoughDelays && (!timeHasZone || delay.spells >= enoughSpells);
  if (!enough) return timeHasZone ? toleranceSeconds : zoneSeconds;
  return Math.min(Math.max(delay.seconds, 0), zoneSeconds) + toleranceSeconds;
}

/** The carrier's time, if it is plausible. */
export function plausible(sentAt: Date | undefined, at: Date): Date | undefined {
  if (!sentAt) return undefined;
  const isPossible = sentAt > secondsAfter(at, -keptDays * 86_400) && sentAt < secondsAfter(at, zoneSeconds);
  return isPossible ? sentAt : undefined;
}

/** Whether the carrier's time may rule out an order, so that the source's clock must be checked. */
export const isDoubtful = (sms: WholeSms, orders: OrderOnNumber[]): boolean =>
  orders.some(
    ({ createdAt }) => sms.sentAt !== undefined && createdAt > secondsAfter(sms.sentAt, toleranceSeconds),
  );

/**
 * Those of the orders on its number that a message can be for: it was sent after their rent and not before, by the
 * carrier's time, and if it came in parts, by when the first of them came. If the beginning is missing it may have
 * come before the rent, and only a message that names the rented service counts as the renter's.
 *
 * @param named the services that the message names
 */
export function ordersInTime(
  sms: WholeSms,
  orders: OrderOnNumber[],
  named: readonly string[],
  allowance: number,
): OrderOnNumber[] {
  const { sentAt, joined } = sms;
  return orders.filter(({ orderId, service, createdAt }) => {
    if (sentAt && createdAt > secondsAfter(sentAt, allowance)) return false;
    if (!joined) return true;
    if (joined.isStray || !joined.orderIds.has(orderId)) return false;
    return createdAt <= joined.beganSince || named.includes(service);
  });
}
