import type { Queryable } from "../../kit/db.ts";
import type { AccountRole } from "../sessions/session.ts";
import type { Member } from "./member.ts";

export async function countMembers(db: Queryable): Promise<number> {
  const [row] = await db.rows<{ n: number }>(`select count(*)::int as n from members`);
  return row?.n ?? 0;
}

export const memberColumns = `id, account_id as "accountId", username, email, email_confirmed_at as "emailConfirmedAt", role,
  password_hash as "passwordHash", totp_sealed as "totpSealed", totp_pending_sealed as "totpPendingSealed",
  must_change_password as "mustChangePassword"`;

/** By name, or if no name matches, by an e-mail address that is theirs alone: confirmed, or given by nobody else. */
export async function findMemberByName(db: Queryable, nameOrEmail: string): Promise<Member | undefined> {
  const [member] = await db.rows<Member>(
    `select ${memberColumns} from members where lower(username) = lower($1) or (lower(email) = lower($1) and (email_confirmed_at is not null
       or not exists (select from members o where lower(o.email) = lower($1) and o.id <> members.id)))
     order by (lower(username) = lower($1)) desc limit 1`,
    [nameOrEmail],
  );
  return member;
}

export async function findMember(db: Queryable, id: number): Promise<Member | undefined> {
  const [member] = await db.rows<Member>(`select ${memberColumns} from members where id = $1`, [id]);
  return member;
}

/** The owner of an address: whoever confirmed it; if nobody did, whoever gave it last. */
export async function findMemberByEmail(db: Queryable, email: string): Promise<Member | undefined> {
  const [member] = await db.rows<Member>(
    `select ${memberColumns} from members where lower(email) = lower($1)
     order by email_confirmed_at is null, id desc limit 1`,
    [email],
  );
  return member;
}

export interface ListedMember {
  id: number;
  username: string;
  email: string | null;
  emailConfirmed: boolean;
  role: AccountRole;
  totp: boolean;
  createdAt: Date;
  lastSeenAt: Date | null;
}

export function listMembers(db: Queryable, accountId: number): Promise<ListedMember[]> {
  return db.rows(
    `select m.id, m.username, m.email, m.email_confirmed_at is not null as "emailConfirmed", m.role,
       m.totp_sealed is not null as totp, m.created_at as "createdAt",
       (select max(s.last_seen_at) from sessions s where s.member_id = m.id) as "lastSeenAt"
     from members m where m.account_id = $1 order by m.id`,
    [accountId],
  );
}

export interface ListedOperator {
  id: number;
  username: string;
  totp: boolean;
  createdAt: Date;
}

export function listOperators(db: Queryable): Promise<ListedOperator[]> {
  return db.rows(
    `select id, username, totp_sealed is not null as totp, created_at as "createdAt" from members
     where role = 'operator' order by id`,
  );
}

/** When somebody became a member. */
export async function findMemberSince(db: Queryable, id: number): Promise<Date> {
  const [row] = await db.rows<{ since: Date }>(`select created_at as since from members where id = $1`, [id]);
  return (row as { since: Date }).since;
}

/** How many people are in a team, or invited to it; `besides`: an address whose invitations do not count. */
export async function countTeam(
  db: Queryable,
  { accountId, besides }: { accountId: number; besides: string },
  at: Date,
): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select ((select count(*) from members where account_id = $1)
       + (select count(*) from invitations where account_id = $1 and expires_at > $2
         and lower(email) <> lower($3)))::int as n`,
    [accountId, at, besides],
  );
  return row?.n ?? 0;
}

/** The wallets of a member's account. */
export async function findWalletIdsOf(db: Queryable, memberId: number): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(
    `select w.id from wallets w join members m on m.account_id = w.account_id where m.id = $1`,
    [memberId],
  );
  return rows.map(({ id }) => id);
}
