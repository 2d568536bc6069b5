import { secondsAfter } from "../../kit/clock.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import type { WholeSms } from "./hand-over.ts";

/** Clocks of carriers and phones are right to a few minutes, once it is known by how much they are wrong. */
const toleranceSeconds = 300;
/** The most by which a clock can be wrong that only leaves its time zone out. */
const zoneSeconds = 14 * 3600;
/** No network keeps an SMS for longer; a time before that is that of a device which does not know the time. */
const keptDays = 14;
/** From so many messages on it is known how long a source usually takes. */
export const enoughDelays = 5;

/** How long the quickest of a source's last messages took by its clock and ours. */
export interface Delay {
  sourceId: number;
  seconds: number;
  messages: number;
}

/**
 * How much older than it says a source's message may be taken for. A clock that is always four hours behind is
 * forgiven these four hours; of a new source nothing is known but that its zone may be missing.
 */
export function allowanceSeconds(delay: Delay | undefined): number {
  if (!delay || delay.messages < enoughDelays) return zoneSeconds;
  return Math.min(Math.max(delay.seconds, 0), zoneSeconds) + toleranceSeconds;
}

/** The carrier's time where it can be one. */
export function plausible(sentAt: Date | undefined, at: Date): Date | undefined {
  if (!sentAt) return undefined;
  const isPossible = sentAt > secondsAfter(at, -keptDays * 86_400) && sentAt < secondsAfter(at, zoneSeconds);
  return isPossible ? sentAt : undefined;
}

/** Whether the carrier's time may rule out an order, so that the source's clock is worth a look. */
export const isDoubtful = (sms: WholeSms, orders: OrderOnNumber[]): boolean =>
  orders.some(
    ({ createdAt }) => sms.sentAt !== undefined && createdAt > secondsAfter(sms.sentAt, toleranceSeconds),
  );

/**
 * Those of the orders on its number that a message can be for: it was sent after their rent and not before, by the
 * carrier's time, and if it came in parts, by when the first of them came. Where the beginning is missing it may have
 * come before the rent, and only a message that names the rented service is taken for the renter's.
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
