import type { Queryable, Tx } from "../../kit/db.ts";
import type { Device } from "./session.ts";

export async function insertSession(
  tx: Tx,
  { memberId, tokenHash }: { memberId: number; tokenHash: Buffer },
  device: Device,
  at: Date,
): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into sessions (member_id, token_hash, created_at, last_seen_at, ip, user_agent)
     values ($1, $2, $3, $3, $4, $5) returning id`,
    [memberId, tokenHash, at, device.ip, device.userAgent],
  );
  return (row as { id: number }).id;
}

/**
 * Keeps this many of a member's sessions, the most recently used ones. The member is locked: concurrent sign-ins are
 * counted one after the other.
 */
export async function deleteSessionsBeyond(tx: Tx, memberId: number, kept: number): Promise<void> {
  await tx.rows(`select 1 from members where id = $1 for no key update`, [memberId]);
  await tx.rows(
    `delete from sessions where id in (
       select id from sessions where member_id = $1 order by last_seen_at desc, id desc offset $2)`,
    [memberId, kept],
  );
}

export async function touchSession(db: Queryable, sessionId: number, at: Date): Promise<void> {
  await db.rows(`update sessions set last_seen_at = greatest(last_seen_at, $2) where id = $1`, [
    sessionId,
    at,
  ]);
}

/** Whether the member had such a session. */
export async function deleteSession(db: Queryable, memberId: number, sessionId: number): Promise<boolean> {
  const gone = await db.rows(`delete from sessions where id = $1 and member_id = $2 returning id`, [
    sessionId,
    memberId,
  ]);
  return gone.length > 0;
}

export async function deleteSessionByToken(db: Queryable, tokenHash: Buffer): Promise<void> {
  await db.rows(`delete from sessions where token_hash = $1`, [tokenHash]);
}

/** All of a member's sessions but one; returns how many. */
export async function deleteSessionsOf(tx: Tx, memberId: number, keepId: number | null): Promise<number> {
  const gone = await tx.rows(
    `delete from sessions where member_id = $1 and id is distinct from $2::bigint returning id`,
    [memberId, keepId],
  );
  return gone.length;
}

export async function deleteSessionsBefore(
  db: Queryable,
  idleSince: Date,
  createdSince: Date,
): Promise<number> {
  const gone = await db.rows(
    `delete from sessions where last_seen_at <= $1 or created_at <= $2 returning 1`,
    [idleSince, createdSince],
  );
  return gone.length;
}

/** Attempts against one subject are counted one at a time, until the transaction ends. */
export async function lockAttempts(tx: Tx, subject: string): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('attempts ' || $1, 0))`, [subject]);
}

export async function insertAttempt(tx: Tx, subject: string, at: Date): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into attempts (subject, at) values ($1, $2) returning id`,
    [subject, at],
  );
  return (row as { id: number }).id;
}

export async function deleteAttempts(db: Queryable, ids: number[]): Promise<void> {
  await db.rows(`delete from attempts where id = any($1::bigint[])`, [ids]);
}

export async function deleteAttemptsOf(db: Queryable, subject: string): Promise<void> {
  await db.rows(`delete from attempts where subject = $1`, [subject]);
}

/** A member's failures from all addresses: a new password must not be blocked by attempts with the old one. */
export async function forgetFailures(db: Queryable, memberId: number): Promise<void> {
  await db.rows(`delete from attempts where subject = $1 or starts_with(subject, $1 || ' from ')`, [
    `member ${memberId}`,
  ]);
}

export async function deleteAttemptsBefore(db: Queryable, before: Date): Promise<number> {
  return (await db.rows(`delete from attempts where at < $1 returning 1`, [before])).length;
}
