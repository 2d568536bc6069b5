import { listWeakenedSettings } from "../../../config.ts";
import { listWeakened } from "../../../domain/safeguards/list-weakened.ts";
import type { Examined } from "./examine.ts";
import { ok, warn, type Finding } from "./finding.ts";

/** Switches that protect people less than their defaults, one finding each. */
export async function* checkSafeguards({ config, db }: Examined): AsyncGenerator<Finding> {
  const settings = listWeakenedSettings(config);
  const weakened = await listWeakened(db, { settings, maxOpenOrders: config.MAX_OPEN_ORDERS });
  if (weakened.length === 0) yield ok("safeguards", "nothing is weaker than the defaults");
  for (const { name, value, default: usual, sentence } of weakened)
    yield warn("safeguards", `${name} is ${value} (default: ${usual || "none"}). ${sentence}`);
}
