import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { requirePrice } from "./create-pool.ts";
import { unknownCountry, unknownService } from "../catalog/errors.ts";
import { noSuchPool } from "./errors.ts";
import { findCountry, findService } from "../catalog/queries.ts";
import { findPool, type Override } from "./queries.ts";
import { setPoolPrice, upsertPrice } from "./sql.ts";

export interface PriceInput {
  poolId: number;
  priceMinor: number;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null;
  /** Slug or alias. */
  service: string | null;
  actor: string;
}

/**
 * Sets a pool's price: everywhere, or for a country, a service, or both; the most specific price wins. Open orders
 * keep the price they were rented at.
 */
export function setPrice(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: PriceInput,
): Promise<Omit<Override, "costMinor">> {
  const { poolId, priceMinor, country, actor } = input;
  requirePrice(priceMinor);
  return db.transaction(async (tx) => {
    if (!(await findPool(tx, poolId))) throw noSuchPool(poolId);
    if (country !== null && !(await findCountry(tx, country))) throw unknownCountry(country);
    const service = input.service === null ? null : await findService(tx, input.service.toLowerCase());
    if (service === undefined) throw unknownService(input.service as string);
    if (country === null && service === null) await setPoolPrice(tx, poolId, priceMinor);
    else await upsertPrice(tx, poolId, { country, serviceId: service?.id ?? null, priceMinor });
    const set = { poolId, country, service: service?.slug ?? null, priceMinor };
    await recordAction(tx, {
      at: clock.now(),
      actor,
      action: "pool.set-price",
      subject: `pool ${poolId}`,
      detail: set,
    });
    return set;
  });
}
