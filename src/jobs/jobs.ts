import type { Deps } from "../domain/deps.ts";
import { countOutcomes } from "../domain/catalog/count-outcomes.ts";
import { expireDue } from "../domain/orders/expire.ts";
import type { OrderRules } from "../domain/orders/order.ts";
import { settleAbandoned } from "../domain/orders/settle.ts";
import type { Suppliers } from "../domain/suppliers/supplier.ts";
import { every } from "../kit/every.ts";
import { cleanUp } from "./clean-up.ts";

export interface JobDeps extends Deps {
  rules: OrderRules;
  suppliers: Suppliers;
  flushKeyUses: () => Promise<void>;
  deliverSandboxMessages: () => Promise<void>;
  messageRetentionDays: number;
  eventRetentionDays: number;
}

/**
 * What the clock does. Each job finds its work in the rows that are due and passes over what another process has in
 * hand, so any number of processes may run them, and a crash loses nothing.
 */
export function startJobs(deps: JobDeps): { stop(): Promise<void> } {
  const { log } = deps;
  const jobs = [
    every(250, "expire orders", log, () => expireDue(deps)),
    every(250, "deliver sandbox messages", log, deps.deliverSandboxMessages),
    every(5_000, "settle abandoned orders", log, () => settleAbandoned(deps)),
    every(10_000, "note key uses", log, deps.flushKeyUses),
    every(30_000, "count outcomes", log, () => countOutcomes(deps)),
    every(600_000, "clean up", log, () => cleanUp(deps)),
  ];
  return { stop: async () => void (await Promise.all(jobs.map((job) => job.stop()))) };
}
