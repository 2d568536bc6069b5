import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import type { StoredEvent } from "../delivery/event.ts";
import { lateHours } from "../orders/order.ts";
import { findOrderNames, type OrderName } from "../orders/queries.ts";
import type { ShownMessage } from "./message.ts";
import { toShown } from "./show.ts";
import { findMessagesById } from "./queries.ts";

/** An event with its details; with the message only as long as its renter may see it. */
export interface DescribedEvent extends StoredEvent {
  order: OrderName | null;
  message: ShownMessage | null;
}

/** The details of events, in two statements however many there are, and no message that none of them names. */
export async function describeEvents(
  { db, clock, sealer }: Pick<Deps, "clock" | "sealer"> & { db: Queryable },
  events: StoredEvent[],
): Promise<DescribedEvent[]> {
  const orderIds = new Set(events.flatMap(({ orderId }) => orderId ?? []));
  const messageIds = new Set(events.flatMap(({ messageId }) => messageId ?? []));
  const lateSince = secondsAfter(clock.now(), -lateHours * 3600);
  const orders = orderIds.size === 0 ? [] : await findOrderNames(db, [...orderIds]);
  const rows = messageIds.size === 0 ? [] : await findMessagesById(db, [...messageIds], lateSince);
  const orderOf = new Map(orders.map((order) => [order.orderId, order]));
  const messageOf = new Map(rows.map((row) => [row.id, row]));
  return events.map((event) => {
    const row = event.messageId === null ? undefined : messageOf.get(event.messageId);
    const isOwn = row !== undefined && row.orderId === event.orderId;
    return {
      ...event,
      order: event.orderId === null ? null : (orderOf.get(event.orderId) ?? null),
      message: isOwn ? toShown(sealer, row) : null,
    };
  });
}
