import { Refusal } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { checkPrices, type PriceEntry } from "./check-prices.ts";
import { noSuchPool } from "./errors.ts";
import { listOverridesOf, type Override } from "./queries.ts";
import { deletePrices, insertPrices, lockPool } from "./sql.ts";

/**
 * Replaces all of a pool's individual prices at once. An error names the entry (`prices.3.service`) and leaves
 * everything as it was.
 */
export function replacePrices(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { poolId, prices, actor }: { poolId: number; prices: PriceEntry[]; actor: string },
): Promise<Override[]> {
  return db.transaction(async (tx) => {
    if (!(await lockPool(tx, poolId))) throw noSuchPool(poolId);
    const { lines, faults } = await checkPrices(tx, prices);
    const [fault] = faults;
    if (fault) {
      const { code, message, details } = fault.refusal;
      throw new Refusal(code, message, { ...details, field: `prices.${fault.place}.${fault.field}` });
    }
    const before = (await listOverridesOf(tx, poolId)).length;
    await deletePrices(tx, poolId);
    await insertPrices(tx, poolId, lines);
    const detail = { before, after: prices.length };
    const subject = `pool ${poolId}`;
    await recordAction(tx, { at: clock.now(), actor, action: "pool.set-prices", subject, detail });
    return listOverridesOf(tx, poolId);
  });
}
