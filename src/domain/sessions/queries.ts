import type { Queryable, Tx } from "../../kit/db.ts";
import type { Mode } from "../wallet/wallet.ts";
import type { ListedSession, Signed } from "./session.ts";

export interface SessionRow extends Omit<Signed, "account" | "wallet"> {
  lastSeenAt: Date;
  accountId: number | null;
  accountName: string | null;
  currency: string | null;
  suspendedAt: Date | null;
  walletId: number | null;
}

/** The session with this token that has been neither idle nor open for too long. */
export async function findSession(
  db: Queryable,
  { tokenHash, mode }: { tokenHash: Buffer; mode: Mode },
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

/** Every session of a member that is stored, ended by time or not. */
export function listEverySession(db: Queryable, memberId: number): Promise<ListedSession[]> {
  return db.rows(
    `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", host(ip) as ip, user_agent as "userAgent"
     from sessions where member_id = $1 order by id`,
    [memberId],
  );
}

export function findAttempts(tx: Tx, subject: string, since: Date): Promise<{ at: Date }[]> {
  return tx.rows(`select at from attempts where subject = $1 and at > $2 order by at`, [subject, since]);
}
