import type { Queryable, Tx } from "../../kit/db.ts";

/** The session's subscription, in place of an earlier one, and of any that another session has for the same browser. */
export async function upsertSubscription(
  tx: Tx,
  row: { sessionId: number; endpointHash: Buffer; targetSealed: Buffer },
  at: Date,
): Promise<void> {
  await tx.rows(`delete from push_subscriptions where endpoint_hash = $1 and session_id <> $2`, [
    row.endpointHash,
    row.sessionId,
  ]);
  await tx.rows(
    `insert into push_subscriptions (session_id, endpoint_hash, target_sealed, created_at) values ($1, $2, $3, $4)
     on conflict (session_id) do update
     set endpoint_hash = $2, target_sealed = $3, created_at = $4, failures = 0`,
    [row.sessionId, row.endpointHash, row.targetSealed, at],
  );
}

/** From now on the wallets' messages are told. */
export async function startCursors(tx: Tx, accountId: number): Promise<void> {
  await tx.rows(
    `insert into push_cursors (wallet_id, seq) select id, event_seq from wallets where account_id = $1
     on conflict do nothing`,
    [accountId],
  );
}

export async function deleteSubscription(db: Queryable, sessionId: number): Promise<void> {
  await db.rows(`delete from push_subscriptions where session_id = $1`, [sessionId]);
}

/**
 * Notes a push per subscriber for every message that came since the last time, and moves the cursors on. Events are
 * numbered in the order of the commits, so none is missed; a wallet that another process is at is skipped.
 */
export async function insertPushes(
  db: Queryable,
  { roles, since, at }: { roles: string[]; since: Date; at: Date },
): Promise<void> {
  await db.rows(
    `with news as (
       select c.wallet_id, c.seq, w.event_seq, w.account_id, w.mode
       from push_cursors c join wallets w on w.id = c.wallet_id where w.event_seq > c.seq
       for update of c skip locked
     ), moved as (
       update push_cursors c set seq = n.event_seq from news n where c.wallet_id = n.wallet_id
     )
     insert into pushes (session_id, order_id, service, mode, has_code, created_at, next_at)
     select p.session_id, e.order_id, s.name, n.mode, m.code_sealed is not null, $3, $3
     from news n
     join events e on e.wallet_id = n.wallet_id and e.seq > n.seq and e.seq <= n.event_seq
       and e.type = 'order.received' and e.created_at > $2
     join orders o on o.order_id = e.order_id
     join services s on s.id = o.service_id
     join members b on b.account_id = n.account_id and b.role = any($1)
     join sessions t on t.member_id = b.id
     join push_subscriptions p on p.session_id = t.id
     left join messages m on m.id = e.message_id`,
    [roles, since, at],
  );
}

export interface DuePush {
  id: number;
  sessionId: number;
  orderId: number;
  service: string;
  mode: "live" | "test";
  hasCode: boolean;
  tries: number;
  createdAt: Date;
  targetSealed: Buffer;
}

/** Claims pushes that are due for this process, by postponing their next attempt. */
export function takeDuePushes(db: Queryable, at: Date, nextAt: Date, limit: number): Promise<DuePush[]> {
  return db.rows(
    `update pushes p set tries = tries + 1, next_at = $2 from push_subscriptions s
     where s.session_id = p.session_id and p.id in (
       select id from pushes where next_at <= $1 order by next_at limit $3 for update skip locked)
     returning p.id, p.session_id as "sessionId", p.order_id as "orderId", p.service, p.mode,
       p.has_code as "hasCode", p.tries, p.created_at as "createdAt", s.target_sealed as "targetSealed"`,
    [at, nextAt, limit],
  );
}

export async function postponePush(db: Queryable, id: number, nextAt: Date): Promise<void> {
  await db.rows(`update pushes set next_at = $2 where id = $1`, [id, nextAt]);
}

export async function deletePush(db: Queryable, id: number): Promise<void> {
  await db.rows(`delete from pushes where id = $1`, [id]);
}

/** Counts pushes in a row that could not be delivered. */
export async function countFailure(db: Queryable, sessionId: number): Promise<void> {
  await db.rows(`update push_subscriptions set failures = failures + 1 where session_id = $1`, [sessionId]);
}

export async function deleteFailing(db: Queryable, sessionId: number, most: number): Promise<void> {
  await db.rows(`delete from push_subscriptions where session_id = $1 and failures >= $2`, [sessionId, most]);
}

export async function resetFailures(db: Queryable, sessionId: number): Promise<void> {
  await db.rows(`update push_subscriptions set failures = 0 where session_id = $1 and failures > 0`, [
    sessionId,
  ]);
}

/** Cursors of wallets that nobody follows any more. */
export async function deleteIdleCursors(db: Queryable): Promise<void> {
  await db.rows(
    `delete from push_cursors c where not exists (
       select from wallets w join members m on m.account_id = w.account_id
       join sessions s on s.member_id = m.id join push_subscriptions p on p.session_id = s.id
       where w.id = c.wallet_id)`,
  );
}
