import type { Tx } from "../../kit/db.ts";
import type { OrderOnNumber } from "../orders/on-number/queries.ts";
import { nameOf } from "./content.ts";
import type { WholeSms } from "./hand-over.ts";
import type { Match } from "./match.ts";
import { findBegunMessages } from "./queries.ts";

/** What is stored of a message that has since received more parts. */
export interface Begun {
  /** The order whose renter was shown it; null if nobody was. */
  orderId: number | null;
}

/** The fields of a message in parts that name it before it is sorted. */
const partsName = (sms: WholeSms): string => nameOf({ sms, key: sms.sourceKey ?? "" });

/** What is stored of messages that now have more parts, by name (`nameOf`). */
export async function findBegun(tx: Tx, batch: WholeSms[]): Promise<Map<string, Begun>> {
  const names = batch.flatMap(({ sourceId, sourceKey, number, joined }) =>
    sourceKey !== null && joined && joined.count > 1
      ? [{ sourceId, sourceKey, number, partCount: joined.count }]
      : [],
  );
  const rows = names.length > 0 ? await findBegunMessages(tx, names) : [];
  return new Map(rows.map(({ name, orderId }) => [name, { orderId }]));
}

export const begunOf = (sms: WholeSms, begun: ReadonlyMap<string, Begun>): Begun | null =>
  (sms.joined && begun.get(partsName(sms))) ?? null;

/**
 * The orders as they were when the message began: one that has ended since was open then. So the end of an order
 * neither withholds the rest of a message from its renter nor gives it to somebody else.
 */
export function asItBegan(orders: OrderOnNumber[], { joined }: WholeSms): OrderOnNumber[] {
  return orders.map((order) =>
    joined && order.closedAt !== null && order.closedAt > joined.beganSince
      ? { ...order, closedAt: null }
      : order,
  );
}

/**
 * The rest of a message is for the order that was shown its beginning, or for the operator: never for another renter,
 * who would read that beginning.
 */
export function restFor({ orderId }: Begun, found: Match): Match {
  if (!("order" in found) || found.order.orderId === orderId) return found;
  return { state: "unmatched", reason: "several_orders" };
}

/** The key under which the whole message is kept for the operator, in addition to the beginning that a renter has. */
export const keyOfWhole = (key: string): string => `${key} whole`;

/** Messages of a batch that it also contains with more parts: these add nothing. */
export function findSuperseded(batch: WholeSms[]): ReadonlySet<WholeSms> {
  const most = new Map<string, number>();
  for (const sms of batch)
    if (sms.joined) most.set(partsName(sms), Math.max(sms.joined.count, most.get(partsName(sms)) ?? 0));
  return new Set(batch.filter((sms) => sms.joined && sms.joined.count < (most.get(partsName(sms)) ?? 0)));
}
