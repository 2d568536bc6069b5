import type { Deps } from "../deps.ts";
import { reveal, type Looker, type Revealed } from "./reveal.ts";
import { listInbox, type InboxFilter, type InboxRow } from "./inbox/queries.ts";

/** Received messages, newest first; with texts if there is a viewer, which is recorded. */
export function readInbox(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { looker, ...filter }: InboxFilter & { looker: Looker | null },
): Promise<Revealed<InboxRow>[]> {
  return db.transaction(async (tx) => {
    const rows = await listInbox(tx, filter);
    const subject = filter.onlyUnmatched ? "unmatched messages" : "messages";
    return reveal(tx, rows, { subject, looker }, clock.now());
  });
}
