import type { Queryable } from "../../kit/db.ts";

export async function hasSubscription(db: Queryable, sessionId: number): Promise<boolean> {
  const rows = await db.rows(`select 1 from push_subscriptions where session_id = $1`, [sessionId]);
  return rows.length > 0;
}
