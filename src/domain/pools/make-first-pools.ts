import type { Deps } from "../deps.ts";
import { listPools } from "./queries.ts";
import { insertPool, lockFirstPools } from "./sql.ts";

/** Creates the pools of a shop that has none yet; an operator's changes are kept. May run at every start. */
export async function makeFirstPools(
  { db, clock }: Pick<Deps, "db" | "clock">,
  priceMinor: number,
): Promise<void> {
  const at = clock.now();
  const pool = { lateMessages: "free", priceMinor, costMinor: 0 } as const;
  await db.transaction(async (tx) => {
    await lockFirstPools(tx);
    if ((await listPools(tx)).length > 0) return;
    for (const [mode, provider, name, supplier] of [
      ["live", "global", "Standard Pool", "inventory"],
      ["live", "usa", "USA Pool", "inventory"],
      ["test", "global", "Sandbox Pool", "sandbox"],
      ["test", "usa", "Sandbox USA Pool", "sandbox"],
    ] as const)
      await insertPool(tx, { ...pool, mode, provider, name, supplier }, at);
  });
}
