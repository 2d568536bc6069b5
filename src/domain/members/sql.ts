import type { Queryable, Tx } from "../../kit/db.ts";
import type { AccountRole } from "../sessions/session.ts";
import type { Member } from "./member.ts";

const columns = `id, account_id as "accountId", username, email, email_confirmed_at as "emailConfirmedAt", role,
  password_hash as "passwordHash", totp_sealed as "totpSealed", totp_pending_sealed as "totpPendingSealed",
  must_change_password as "mustChangePassword"`;

/** By name, or where no name fits by an e-mail address that is theirs alone: proven, or given by nobody else. */
export async function findMemberByName(db: Queryable, nameOrEmail: string): Promise<Member | undefined> {
  const [member] = await db.rows<Member>(
    `select ${columns} from members where lower(username) = lower($1) or (lower(email) = lower($1) and (email_confirmed_at is not null
       or not exists (select from members o where lower(o.email) = lower($1) and o.id <> members.id)))
     order by (lower(username) = lower($1)) desc limit 1`,
    [nameOrEmail],
  );
  return member;
}

export async function findMember(db: Queryable, id: number): Promise<Member | undefined> {
  const [member] = await db.rows<Member>(`select ${columns} from members where id = $1`, [id]);
  return member;
}

/** Whose address it is: who proved it; where nobody did, who gave it last. */
export async function findMemberByEmail(db: Queryable, email: string): Promise<Member | undefined> {
  const [member] = await db.rows<Member>(
    `select ${columns} from members where lower(email) = lower($1)
     order by email_confirmed_at is null, id desc limit 1`,
    [email],
  );
  return member;
}

export async function lockMember(tx: Tx, id: number): Promise<Member | undefined> {
  const [member] = await tx.rows<Member>(`select ${columns} from members where id = $1 for no key update`, [
    id,
  ]);
  return member;
}

/** A member who stays in the team, and in their role, until the transaction ends. */
export async function shareMember(tx: Tx, id: number): Promise<Member | undefined> {
  const [member] = await tx.rows<Member>(`select ${columns} from members where id = $1 for share`, [id]);
  return member;
}

/** An account's members, locked: two owners cannot both make themselves the last one's deputy at once. */
export function lockMembersOf(tx: Tx, accountId: number): Promise<Member[]> {
  return tx.rows(`select ${columns} from members where account_id = $1 order by id for update`, [accountId]);
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

/** Takes the address as proven; false where it is somebody else's. Of two at once one gets it. */
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

export async function setPendingTotp(tx: Tx, id: number, sealed: Buffer | null): Promise<void> {
  await tx.rows(`update members set totp_pending_sealed = $2 where id = $1`, [id, sealed]);
}

export async function setTotp(tx: Tx, id: number, sealed: Buffer | null, step: number): Promise<void> {
  await tx.rows(
    `update members set totp_sealed = $2, totp_pending_sealed = null, totp_step = greatest(totp_step, $3) where id = $1`,
    [id, sealed, step],
  );
}

/** Uses a code up; false when its step, or a later one, was used before. */
export async function takeTotpStep(db: Queryable, id: number, step: number): Promise<boolean> {
  const rows = await db.rows(
    `update members set totp_step = $2 where id = $1 and totp_step < $2 returning id`,
    [id, step],
  );
  return rows.length > 0;
}

export async function replaceRecoveryCodes(tx: Tx, id: number, hashes: Buffer[]): Promise<void> {
  await tx.rows(`delete from recovery_codes where member_id = $1`, [id]);
  if (hashes.length === 0) return;
  await tx.rows(`insert into recovery_codes (member_id, hash) select $1, unnest($2::bytea[])`, [id, hashes]);
}

export async function takeRecoveryCode(db: Queryable, id: number, hash: Buffer): Promise<boolean> {
  const rows = await db.rows(
    `delete from recovery_codes where member_id = $1 and hash = $2 returning member_id`,
    [id, hash],
  );
  return rows.length > 0;
}

export type TokenPurpose = "confirm" | "reset";

/** What a link is bound to: once address or password are others, it is good for nothing. */
const stateOf = (member: string): string =>
  `sha256(convert_to(coalesce(lower(${member}.email), '') || E'\\n' || ${member}.password_hash, 'UTF8'))`;

/** A member has one valid link of each kind: a new one replaces the previous one. */
export async function replaceToken(
  tx: Tx,
  token: { hash: Buffer; memberId: number; purpose: TokenPurpose; email: string; expiresAt: Date },
): Promise<void> {
  await tx.rows(`delete from member_tokens where member_id = $1 and purpose = $2`, [
    token.memberId,
    token.purpose,
  ]);
  await tx.rows(
    `insert into member_tokens (hash, member_id, purpose, email, expires_at, state)
     select $1, m.id, $3, $4, $5, ${stateOf("m")} from members m where m.id = $2`,
    [token.hash, token.memberId, token.purpose, token.email, token.expiresAt],
  );
}

export interface FoundToken {
  memberId: number;
  /** The address that the link was sent to. */
  email: string;
}

/** The member that a link belongs to, as long as it is valid. */
export async function findToken(
  db: Queryable,
  hash: Buffer,
  purpose: TokenPurpose,
  at: Date,
): Promise<FoundToken | undefined> {
  const [token] = await db.rows<FoundToken>(
    `select t.member_id as "memberId", t.email from member_tokens t join members m on m.id = t.member_id
     where t.hash = $1 and t.purpose = $2 and t.expires_at > $3 and t.state = ${stateOf("m")}`,
    [hash, purpose, at],
  );
  return token;
}

/** Uses a link up, if it is still good; the caller holds the member's lock, so that it stays what it was bound to. */
export async function takeToken(tx: Tx, hash: Buffer, purpose: TokenPurpose, at: Date): Promise<boolean> {
  const taken = await tx.rows(
    `delete from member_tokens t using members m
     where m.id = t.member_id and t.hash = $1 and t.purpose = $2 and t.expires_at > $3 and t.state = ${stateOf("m")}
     returning t.hash`,
    [hash, purpose, at],
  );
  return taken.length > 0;
}

/** Links to confirm an address that is somebody else's by now. */
export async function deleteTokensFor(tx: Tx, email: string): Promise<void> {
  await tx.rows(`delete from member_tokens where lower(email) = lower($1) and purpose = 'confirm'`, [email]);
}

export async function deleteTokensOf(tx: Tx, memberId: number): Promise<void> {
  await tx.rows(`delete from member_tokens where member_id = $1`, [memberId]);
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

export interface Invitation {
  id: number;
  accountId: number;
  accountName: string;
  email: string;
  role: AccountRole;
  createdAt: Date;
  expiresAt: Date;
  /** Who invited. */
  createdBy: string;
}

const invitationColumns = `i.id, i.account_id as "accountId", a.username as "accountName", i.email, i.role,
  i.created_at as "createdAt", i.expires_at as "expiresAt", m.username as "createdBy"`;
const fromInvitations = `from invitations i join accounts a on a.id = i.account_id join members m on m.id = i.created_by`;

export async function insertInvitation(
  tx: Tx,
  input: {
    accountId: number;
    email: string;
    role: AccountRole;
    tokenHash: Buffer;
    createdBy: number;
    expiresAt: Date;
  },
  at: Date,
): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into invitations (account_id, email, role, token_hash, created_at, expires_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [input.accountId, input.email, input.role, input.tokenHash, at, input.expiresAt, input.createdBy],
  );
  return (row as { id: number }).id;
}

/** How many people are in a team, or invited to it. */
export async function countTeam(db: Queryable, accountId: number, at: Date): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select ((select count(*) from members where account_id = $1)
       + (select count(*) from invitations where account_id = $1 and expires_at > $2))::int as n`,
    [accountId, at],
  );
  return row?.n ?? 0;
}

export function listInvitations(db: Queryable, accountId: number, at: Date): Promise<Invitation[]> {
  return db.rows(
    `select ${invitationColumns} ${fromInvitations}
     where i.account_id = $1 and i.expires_at > $2 order by i.id desc`,
    [accountId, at],
  );
}

export async function findInvitation(
  db: Queryable,
  tokenHash: Buffer,
  at: Date,
): Promise<Invitation | undefined> {
  const [invitation] = await db.rows<Invitation>(
    `select ${invitationColumns} ${fromInvitations}
     where i.token_hash = $1 and i.expires_at > $2 and a.closed_at is null and a.suspended_at is null
       and m.role = 'owner' and m.account_id = i.account_id`,
    [tokenHash, at],
  );
  return invitation;
}

/** Whether it was there. */
export async function deleteInvitation(db: Queryable, accountId: number, id: number): Promise<boolean> {
  const gone = await db.rows(`delete from invitations where id = $1 and account_id = $2 returning id`, [
    id,
    accountId,
  ]);
  return gone.length > 0;
}

/** The account's invitations to an address: a new one takes their place. */
export async function deleteInvitationsTo(tx: Tx, accountId: number, email: string): Promise<void> {
  await tx.rows(`delete from invitations where account_id = $1 and lower(email) = lower($2)`, [
    accountId,
    email,
  ]);
}

/** Deletes a member's invitations that nobody accepted; returns the addresses. */
export async function deleteInvitationsBy(tx: Tx, memberId: number): Promise<string[]> {
  const gone = await tx.rows<{ email: string }>(
    `delete from invitations where created_by = $1 returning email`,
    [memberId],
  );
  return gone.map(({ email }) => email).toSorted();
}

export async function deleteInvitationsOf(tx: Tx, accountId: number): Promise<void> {
  await tx.rows(`delete from invitations where account_id = $1`, [accountId]);
}

export async function deleteExpiredLinks(db: Queryable, at: Date): Promise<void> {
  await db.rows(`delete from member_tokens where expires_at <= $1`, [at]);
  await db.rows(`delete from invitations where expires_at <= $1`, [at]);
}
