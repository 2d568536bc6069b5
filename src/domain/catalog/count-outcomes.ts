import { secondsAfter } from "../../kit/clock.ts";
import type { Deps } from "../deps.ts";
import { secondBounds } from "./outcomes.ts";
import { addOutcomes } from "./sql.ts";

/** Orders that ended this recently are left for the next turn: a transaction that wrote one may not have committed. */
const lagSeconds = 15;
const watermark = "outcomes counted until";

/** Adds what came of orders since the last turn to the figures of their pools; one process at a time. */
export function countOutcomes({ db, clock }: Pick<Deps, "db" | "clock">): Promise<void> {
  const until = secondsAfter(clock.now(), -lagSeconds);
  return db.transaction(async (tx) => {
    await tx.rows(`insert into installation (name, value) values ($1, $2) on conflict do nothing`, [
      watermark,
      new Date(0).toISOString(),
    ]);
    const [row] = await tx.rows<{ value: string }>(
      `select value from installation where name = $1 for update skip locked`,
      [watermark],
    );
    if (!row || new Date(row.value) >= until) return;
    await addOutcomes(tx, new Date(row.value), until, secondBounds);
    await tx.rows(`update installation set value = $2 where name = $1`, [watermark, until.toISOString()]);
  });
}
