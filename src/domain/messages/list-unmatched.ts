import type { Deps } from "../deps.ts";
import { reveal, type Looker, type Revealed } from "./reveal.ts";
import { listUnmatched as listRows, type UnmatchedRow } from "./inbox/queries.ts";

/** The newest messages that went to nobody; with their texts if there is a viewer, which is recorded. */
export function listUnmatched(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { limit, looker }: { limit: number; looker: Looker | null },
): Promise<Revealed<UnmatchedRow>[]> {
  return db.transaction(async (tx) =>
    reveal(tx, await listRows(tx, limit), { subject: "unmatched messages", looker }, clock.now()),
  );
}
