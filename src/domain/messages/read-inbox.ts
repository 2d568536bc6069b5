import type { Deps } from "../deps.ts";
import { reveal, type Looker, type Revealed } from "./reveal.ts";
import { listInbox, type InboxRow } from "./sql.ts";

export interface InboxQuery {
  onlyUnmatched: boolean;
  beforeId: number;
  limit: number;
  looker: Looker | null;
}

/** What came in, newest first; with texts for a looker, which is recorded. */
export function readInbox(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { onlyUnmatched, beforeId, limit, looker }: InboxQuery,
): Promise<Revealed<InboxRow>[]> {
  return db.transaction(async (tx) => {
    const rows = await listInbox(tx, onlyUnmatched, beforeId, limit);
    return reveal(tx, rows, onlyUnmatched ? "unmatched messages" : "messages", looker, clock.now());
  });
}
