import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { lateHours } from "../orders/order.ts";
import type { ShownMessage } from "./message.ts";
import { openCode, openText } from "./sealed-message.ts";
import { findMessagesOf } from "./sql.ts";

/** The messages of the orders as their renters may see them, by order, oldest first. */
export async function showMessages(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  orderIds: number[],
): Promise<Map<number, ShownMessage[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await findMessagesOf(db, orderIds, secondsAfter(clock.now(), -lateHours * 3600));
  const shown = rows.map((row) => ({
    id: row.id,
    orderId: row.orderId,
    sender: row.sender,
    service: row.service,
    receivedAt: row.receivedAt,
    late: row.state === "late",
    text: openText(sealer, row),
    code: openCode(sealer, row),
  }));
  return Map.groupBy(shown, ({ orderId }) => orderId);
}
