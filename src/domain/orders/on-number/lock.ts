import { secondsAfter } from "../../../kit/clock.ts";
import type { Tx } from "../../../kit/db.ts";
import { lateHours } from "../order.ts";
import type { OrderOnNumber } from "./queries.ts";
import { lockOrder, lockOrdersOn } from "./sql.ts";

/**
 * The orders on these numbers that a message arriving now may reach, open or closed within the time for late
 * messages, locked in the order of their ids; with the uses of their numbers, for the families that the messages are
 * about. The caller holds the numbers' locks, which come first, and on which this depends.
 */
export const lockOrdersInReach = (
  tx: Tx,
  { numbers, families }: { numbers: string[]; families: number[] },
  at: Date,
): Promise<OrderOnNumber[]> => lockOrdersOn(tx, numbers, families, secondsAfter(at, -lateHours * 3600));

/** The same for one order, whenever it closed; undefined if it is shown to nobody. */
export const lockOrderForMessage = (
  tx: Tx,
  orderId: number,
  families: number[],
): Promise<OrderOnNumber | undefined> => lockOrder(tx, orderId, families);
