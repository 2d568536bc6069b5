import { batch, inLanes } from "../../kit/batch.ts";
import { batchedWrites } from "../../kit/db/batched.ts";
import type { OpenQueue } from "../../kit/queue.ts";
import { orderIdKey } from "../installation/order-id-key.ts";
import { orderIds } from "./order-ids.ts";
import { reserveAll, type Attempt, type Reserved, type ReserveDeps } from "./reserve.ts";
import type { NewOrder } from "./sql.ts";

export type Rents = Awaited<ReturnType<typeof openRents>>;

/** Batches of rents side by side: the database works on one while the answers to the other are written. */
const lanes = [1, 2];

/**
 * Opens renting: the rents that arrive together share a transaction. A wallet's rents are all in one lane, because they
 * would wait for each other's lock.
 */
export async function openRents(
  deps: Omit<ReserveDeps, "orderIds">,
  { openQueue, onReserved }: { openQueue: OpenQueue; onReserved: (order: NewOrder) => void },
) {
  const withIds = { ...deps, orderIds: orderIds(await orderIdKey(deps.db)) };
  const queues = lanes.map((lane) => openQueue(`rents ${lane}`));
  const reserveSome = async (attempts: Attempt[]): Promise<(Reserved | Error)[]> => {
    const results = await reserveAll(withIds, attempts);
    for (const result of results)
      if (!(result instanceof Error) && result.kind === "reserved") onReserved(result.order);
    return results;
  };
  const reserve = inLanes<Attempt, Reserved>(
    queues,
    ({ request }) => request.walletId,
    (queue) => batch(reserveSome, { ...batchedWrites, queue }),
  );
  return { queues, reserve };
}
