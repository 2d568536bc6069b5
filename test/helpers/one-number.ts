import { insertPool } from "../../src/domain/pools/sql.ts";
import type { TestApp } from "./app.ts";
import { stock } from "./stock.ts";

let pools = 0;

/** A number that is alone in its pool, so that whoever rents there next gets it. */
export async function oneNumber(
  app: TestApp,
  over: { lateMessages?: "free" | "withhold" } = {},
): Promise<{ number: string; pool: string }> {
  const offer = { mode: "live", provider: "global", supplier: "inventory", lateMessages: "free" } as const;
  const pool = { ...offer, name: `Parts ${++pools}`, priceMinor: 45_000, costMinor: 0, ...over };
  const poolId = await app.db.transaction((tx) => insertPool(tx, pool, app.clock.now()));
  const [number] = await stock(app, 1, { poolId, first: 15_557_000_000 + pools });
  return { number: number as string, pool: String(poolId) };
}
