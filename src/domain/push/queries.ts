import type { Queryable } from "../../kit/db.ts";

export interface ListedSubscription {
  member: string;
  sessionId: number;
  createdAt: Date;
  targetSealed: Buffer;
}

/** The subscriptions of an account's members, by member. */
export function listSubscriptionsOf(db: Queryable, accountId: number): Promise<ListedSubscription[]> {
  return db.rows(
    `select m.username as member, p.session_id as "sessionId", p.created_at as "createdAt",
       p.target_sealed as "targetSealed"
     from members m join sessions s on s.member_id = m.id join push_subscriptions p on p.session_id = s.id
     where m.account_id = $1 order by m.id, p.session_id`,
    [accountId],
  );
}

export async function hasSubscription(db: Queryable, sessionId: number): Promise<boolean> {
  const rows = await db.rows(`select 1 from push_subscriptions where session_id = $1`, [sessionId]);
  return rows.length > 0;
}
