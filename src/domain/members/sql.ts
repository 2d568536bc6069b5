import type { Queryable, Tx } from "../../kit/db.ts";
import type { AccountRole } from "../sessions/session.ts";
import type { Member } from "./member.ts";
import { memberColumns } from "./queries.ts";

export async function lockMember(tx: Tx, id: number): Promise<Member | undefined> {
  const [member] = await tx.rows<Member>(
    `select ${memberColumns} from members where id = $1 for no key update`,
    [id],
  );
  return member;
}

/** A member who stays in the team, and in their role, until the transaction ends. */
export async function shareMember(tx: Tx, id: number): Promise<Member | undefined> {
  const [member] = await tx.rows<Member>(`select ${memberColumns} from members where id = $1 for share`, [
    id,
  ]);
  return member;
}

/** An account's members, locked: two owners cannot remove each other at once. */
export function lockMembersOf(tx: Tx, accountId: number): Promise<Member[]> {
  return tx.rows(`select ${memberColumns} from members where account_id = $1 order by id for update`, [
    accountId,
  ]);
}

export interface NewMember {
  accountId: number;
  username: string;
  email: string;
  role: AccountRole;
  passwordHash: string;
}

/** The new member's id; null if the name is taken. */
export async function insertMember(tx: Tx, member: NewMember, at: Date): Promise<number | null> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into members (account_id, username, email, role, password_hash, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [member.accountId, member.username, member.email, member.role, member.passwordHash, at],
  );
  return row?.id ?? null;
}

/** `mustChange`: it was set by somebody other than the member. */
export async function setPassword(
  tx: Tx,
  id: number,
  passwordHash: string,
  mustChange = false,
): Promise<void> {
  await tx.rows(`update members set password_hash = $2, must_change_password = $3 where id = $1`, [
    id,
    passwordHash,
    mustChange,
  ]);
}

/** Records the address as confirmed; false if it is somebody else's. Of two at once, one gets it. */
export async function confirmEmail(tx: Tx, id: number, email: string, at: Date): Promise<boolean> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('address ' || lower($1), 0))`, [email]);
  const rows = await tx.rows(
    `update members set email = $2, email_confirmed_at = $3 where id = $1 and not exists (
       select from members o where lower(o.email) = lower($2) and o.email_confirmed_at is not null and o.id <> $1)
     returning id`,
    [id, email, at],
  );
  return rows.length > 0;
}

export async function setRole(tx: Tx, id: number, role: AccountRole): Promise<void> {
  await tx.rows(`update members set role = $2 where id = $1`, [id, role]);
}

export async function deleteMembers(tx: Tx, ids: number[]): Promise<void> {
  await tx.rows(`delete from members where id = any($1::bigint[])`, [ids]);
}

/** Their id; null if the name is taken, even if only since a moment ago. */
export async function insertOperator(
  db: Queryable,
  username: string,
  passwordHash: string,
  at: Date,
): Promise<number | null> {
  const [made] = await db.rows<{ id: number }>(
    `insert into members (username, role, password_hash, must_change_password, created_at)
     values ($1, 'operator', $2, true, $3)
     on conflict do nothing returning id`,
    [username, passwordHash, at],
  );
  return made?.id ?? null;
}

/** All operators, locked in the order of their ids: while one is removed, no other can be. */
export function lockOperators(tx: Tx): Promise<{ id: number; username: string }[]> {
  return tx.rows(`select id, username from members where role = 'operator' order by id for update`);
}
