import { saleTerms, type QuarantineRule } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.ts";
import { deleteUsesBefore } from "./sql.ts";

const batchSize = 5000;

/** Forgets what numbers were used for longer ago than counts. */
export async function forgetUses({
  db,
  clock,
  rules,
}: Pick<Deps, "db" | "clock"> & { rules: QuarantineRule }): Promise<void> {
  const terms = saleTerms(clock.now(), rules);
  while ((await deleteUsesBefore(db, terms, batchSize)) === batchSize);
}
