import type { Queryable, Tx } from "../../kit/db.ts";
import type { Mode } from "../wallet/wallet.ts";
import type { Device, ListedSession, Role } from "./session.ts";

export interface SessionRow {
  sessionId: number;
  lastSeenAt: Date;
  memberId: number;
  username: string;
  email: string | null;
  emailConfirmed: boolean;
  role: Role;
  totp: boolean;
  mustChangePassword: boolean;
  accountId: number | null;
  accountName: string | null;
  currency: string | null;
  suspendedAt: Date | null;
  walletId: number | null;
}

/** The session with this token that has neither been idle nor lived too long. */
export async function findSession(
  db: Queryable,
  tokenHash: Buffer,
  mode: Mode,
  idleSince: Date,
  createdSince: Date,
): Promise<SessionRow | undefined> {
  const [row] = await db.rows<SessionRow>(
    `select s.id as "sessionId", s.last_seen_at as "lastSeenAt", m.id as "memberId", m.username, m.email,
       m.email_confirmed_at is not null as "emailConfirmed", m.role, m.totp_sealed is not null as totp,
       m.must_change_password as "mustChangePassword",
       a.id as "accountId", a.username as "accountName", w.currency, a.suspended_at as "suspendedAt", w.id as "walletId"
     from sessions s join members m on m.id = s.member_id
     left join accounts a on a.id = m.account_id
     left join wallets w on w.account_id = a.id and w.mode = $2
     where s.token_hash = $1 and s.last_seen_at > $3 and s.created_at > $4`,
    [tokenHash, mode, idleSince, createdSince],
  );
  return row;
}

export async function insertSession(
  tx: Tx,
  memberId: number,
  tokenHash: Buffer,
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

/** Keeps so many of a member's sessions, those that were used last. The member is locked: two sign-ins count one after the other. */
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

export function listSessions(
  db: Queryable,
  memberId: number,
  idleSince: Date,
  createdSince: Date,
): Promise<ListedSession[]> {
  return db.rows(
    `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", host(ip) as ip, user_agent as "userAgent"
     from sessions where member_id = $1 and last_seen_at > $2 and created_at > $3 order by last_seen_at desc`,
    [memberId, idleSince, createdSince],
  );
}

/** Whether the member had it. */
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
): Promise<void> {
  await db.rows(`delete from sessions where last_seen_at <= $1 or created_at <= $2`, [
    idleSince,
    createdSince,
  ]);
}

/** Attempts at something are counted one at a time, until the transaction ends. */
export async function lockAttempts(tx: Tx, subject: string): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('attempts ' || $1, 0))`, [subject]);
}

export function findAttempts(tx: Tx, subject: string, since: Date): Promise<{ at: Date }[]> {
  return tx.rows(`select at from attempts where subject = $1 and at > $2 order by at`, [subject, since]);
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

/** A member's failures from wherever: whoever gets a new password is not kept out by what was tried with the old one. */
export async function forgetFailures(db: Queryable, memberId: number): Promise<void> {
  await db.rows(`delete from attempts where subject = $1 or starts_with(subject, $1 || ' from ')`, [
    `member ${memberId}`,
  ]);
}

export async function deleteAttemptsBefore(db: Queryable, before: Date): Promise<void> {
  await db.rows(`delete from attempts where at < $1`, [before]);
}
