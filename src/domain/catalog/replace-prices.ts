import { Refusal } from "../../kit/errors.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { requirePrice } from "./create-pool.ts";
import { noSuchPool, unknownCountry, unknownService } from "./errors.ts";
import { deletePrices, findCountry, findService, listOverridesOf, lockPool, upsertPrice } from "./sql.ts";
import type { Override } from "./sql.ts";

export type PriceEntry = Omit<Override, "poolId">;

/**
 * Sets all of a pool's particular prices at once, in place of those it had. A fault names the entry (`prices.3.service`)
 * and leaves everything as it was.
 */
export function replacePrices(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: { poolId: number; prices: PriceEntry[]; actor: string },
): Promise<Override[]> {
  const { poolId, prices, actor } = input;
  return db.transaction(async (tx) => {
    if (!(await lockPool(tx, poolId))) throw noSuchPool(poolId);
    const before = (await listOverridesOf(tx, poolId)).length;
    await deletePrices(tx, poolId);
    const seen = new Set<string>();
    for (const [place, { country, service, priceMinor }] of prices.entries()) {
      await named(`prices.${place}`, async () => {
        requirePrice(priceMinor);
        if (country === null && service === null) throw faultOf("country", "Name a country, a service, or both.");
        if (country !== null && !(await findCountry(tx, country))) throw unknownCountry(country);
        const found = service === null ? null : await findService(tx, service.toLowerCase());
        if (found === undefined) throw unknownService(service as string);
        const key = `${country} ${found?.id}`;
        if (seen.has(key)) throw faultOf("country", "This country and service stand twice in the list.");
        seen.add(key);
        await upsertPrice(tx, poolId, country, found?.id ?? null, priceMinor);
      });
    }
    const detail = { before, after: prices.length };
    const subject = `pool ${poolId}`;
    await recordAction(tx, { at: clock.now(), actor, action: "pool.set-prices", subject, detail });
    return listOverridesOf(tx, poolId);
  });
}

const faultOf = (field: string, message: string): Refusal => new Refusal("invalid_request", message, { field });

/** Says of a refusal where in the list it is. */
async function named(prefix: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.message, { ...error.details, field: `${prefix}.${error.details["field"]}` });
  }
}
