import { secondsAfter } from "../../../kit/clock.ts";
import type { Deps } from "../../deps.ts";
import { findMiscounted, forgetLeft, lockGroups, setOpenOrders } from "./sql.ts";

/** No window is longer, so no older order can still have counted. */
const daySeconds = 86_400;

/**
 * Corrects the open orders of address groups, and takes orders that no longer wait for a code out of them. Only needed
 * after an upgrade during which a process of an earlier version, which knows no groups, ended orders.
 */
export async function recountGroups({ db }: Pick<Deps, "db">, at: Date): Promise<void> {
  const networks = await findMiscounted(db);
  if (networks.length === 0) return;
  await db.transaction(async (tx) => {
    await forgetLeft(tx, networks, secondsAfter(at, -daySeconds));
    await lockGroups(tx, networks);
    // By a statement of its own, which sees what those who had the locks before have committed.
    await setOpenOrders(tx, networks);
  });
}
