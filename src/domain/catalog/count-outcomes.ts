import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { keepFirst, lockValue, setValue } from "../installation/sql.ts";
import { secondBounds } from "./outcomes.ts";
import { addOutcomes } from "./sql.ts";

/** Orders that ended this recently are left for the next run: the transaction of one may not have committed yet. */
const lagSeconds = 15;
const watermark = "outcomes counted until";

/** Adds the outcomes of orders since the last run to the figures of their pools; one process at a time. */
export function countOutcomes({ db, clock }: Pick<Deps, "db" | "clock">): Promise<void> {
  const until = secondsAfter(clock.now(), -lagSeconds);
  return db.transaction(async (tx) => {
    await keepFirst(tx, watermark, new Date(0).toISOString());
    const counted = await lockValue(tx, watermark);
    if (counted === null || new Date(counted) >= until) return;
    await addOutcomes(tx, new Date(counted), until, secondBounds);
    await setValue(tx, watermark, until.toISOString());
  });
}
