import type { Deps } from "../deps.ts";
import { inspect, type InspectedOrder } from "../orders/inspect.ts";
import { reveal, type Looker, type Revealed } from "./reveal.ts";
import { listMessagesOf, type OperatorRow } from "./sql.ts";

/** An order with its money and all its messages; with their texts for a looker, which is recorded. */
export function inspectOrder(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { orderId, looker }: { orderId: number; looker: Looker | null },
): Promise<InspectedOrder & { messages: Revealed<OperatorRow>[] }> {
  return db.transaction(async (tx) => {
    const inspected = await inspect(tx, orderId);
    const messages = await reveal(
      tx,
      await listMessagesOf(tx, orderId),
      `order ${orderId}`,
      looker,
      clock.now(),
    );
    return { ...inspected, messages };
  });
}
