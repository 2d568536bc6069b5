import type { Deps } from "../deps.ts";
import { inspect, type InspectedOrder } from "../orders/inspect.ts";
import { reveal, type Looker, type Revealed } from "./reveal.ts";
import { countMessagesOf, listMessagesOf, type OperatorRow } from "./inbox/queries.ts";

/** Orders are limited (`limit.ts`), but those from before the limit, or with a higher setting, may have more. */
const mostMessages = 200;

/** An order with its money and its newest messages; with their texts if there is a viewer, which is recorded. */
export function inspectOrder(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { orderId, looker }: { orderId: number; looker: Looker | null },
): Promise<InspectedOrder & { messages: Revealed<OperatorRow>[]; omitted: number }> {
  return db.transaction(async (tx) => {
    const inspected = await inspect(tx, orderId);
    const newest = await listMessagesOf(tx, orderId, mostMessages);
    const omitted = newest.length < mostMessages ? 0 : (await countMessagesOf(tx, orderId)) - newest.length;
    const messages = await reveal(tx, newest, { subject: `order ${orderId}`, looker }, clock.now());
    return { ...inspected, messages, omitted };
  });
}
