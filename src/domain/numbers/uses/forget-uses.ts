import { inBatches } from "../../../kit/in-batches.ts";
import { saleTerms, type QuarantineRule } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.ts";
import { deleteUsesBefore } from "./sql.ts";

const batchSize = 5000;

/** Deletes uses of numbers that are too old to count; returns how many. */
export async function forgetUses({
  db,
  clock,
  rules,
}: Pick<Deps, "db" | "clock"> & { rules: QuarantineRule }): Promise<number> {
  const terms = saleTerms(clock.now(), rules);
  return inBatches(batchSize, (limit) => deleteUsesBefore(db, terms, limit));
}
