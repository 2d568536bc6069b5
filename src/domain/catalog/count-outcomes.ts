import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { lockCountedUntil, setCountedUntil } from "../installation/outcomes-counted.ts";
import { secondBounds } from "./outcomes.ts";
import { addOutcomes } from "./sql.ts";

/** Orders that ended this recently are left for the next run: the transaction of one may not have committed yet. */
const lagSeconds = 15;

/** Adds the outcomes of orders since the last run to the figures of their pools; one process at a time. */
export function countOutcomes({ db, clock }: Pick<Deps, "db" | "clock">): Promise<void> {
  const until = secondsAfter(clock.now(), -lagSeconds);
  return db.transaction(async (tx) => {
    const counted = await lockCountedUntil(tx);
    if (counted === null || counted >= until) return;
    await addOutcomes(tx, counted, until, secondBounds);
    await setCountedUntil(tx, until);
  });
}
