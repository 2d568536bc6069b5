import { batch } from "../../kit/batch.ts";
import { secondsAfter } from "../../kit/clock.ts";
import type { Queryable } from "../../kit/db.ts";
import { batchedReads } from "../../kit/db/batched.ts";
import type { OpenQueue } from "../../kit/queue.ts";
import type { Sealer } from "../../kit/seal.ts";
import type { Deps } from "../deps.ts";
import { lateHours } from "../orders/order.ts";
import { noMessages, type OrderMessages, type ShownMessage } from "./message.ts";
import { openCode, openText } from "./sealed-message.ts";
import { findMessagesOf, type MessageRow } from "./queries.ts";

/** How much text of one order an answer contains: more is useless to somebody waiting for a code. */
const shownBytes = 64 * 1024;

/**
 * The messages of the orders as their renters may see them, by order, oldest first; if there are many, old ones are
 * left out.
 */
export async function showMessages(
  { db, clock, sealer }: Pick<Deps, "clock" | "sealer"> & { db: Queryable },
  orderIds: number[],
  mostBytes = shownBytes,
): Promise<Map<number, OrderMessages>> {
  if (orderIds.length === 0) return new Map();
  const lateSince = secondsAfter(clock.now(), -lateHours * 3600);
  const rows = await findMessagesOf(db, orderIds, lateSince, mostBytes);
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  const shown = [...byOrder].map(([orderId, own]): [number, OrderMessages] => {
    const messages = own.map((row) => toShown(sealer, row));
    return [orderId, { messages, omitted: (own[0]?.total ?? 0) - own.length }];
  });
  return new Map(shown);
}

export type Texts = ReturnType<typeof openTexts>;

/** Opens the reading of orders' messages: concurrent requests share one statement. */
export function openTexts(deps: Pick<Deps, "db" | "clock" | "sealer">, openQueue: OpenQueue) {
  const queue = openQueue("texts");
  const showOne = batch<number, OrderMessages>(
    async (orderIds) => {
      const shown = await showMessages(deps, [...new Set(orderIds)]);
      return orderIds.map((id) => shown.get(id) ?? noMessages);
    },
    { ...batchedReads, queue },
  );
  return { queue, showOne };
}

export const toShown = (sealer: Sealer, row: MessageRow): ShownMessage => ({
  id: row.id,
  orderId: row.orderId,
  sender: row.sender,
  service: row.service,
  receivedAt: row.receivedAt,
  late: row.state === "late",
  incomplete: row.incomplete,
  text: openText(sealer, row),
  code: openCode(sealer, row),
});
