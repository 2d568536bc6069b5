import type { Queryable } from "../db.ts";

/** Sends payloads to whoever listens on the channel, on every process, when the transaction commits. */
export async function notify(db: Queryable, channel: string, payloads: string[]): Promise<void> {
  await db.rows(`select pg_notify($1, payload) from unnest($2::text[]) as p (payload)`, [channel, payloads]);
}
