import type { Queryable, Tx } from "../../kit/db.ts";
import type { Mode } from "../wallet/wallet.ts";
import type { Scope } from "./account.ts";

export interface KeyRow {
  keyId: number;
  walletId: number;
  accountId: number;
  username: string;
  mode: Mode;
  currency: string;
  scopes: Scope[];
  allowedIps: string[];
  dailyCapMinor: number | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  suspendedAt: Date | null;
}

/** A `KeyRow` as one text, which `parse-key.ts` reads, for statements that look keys up along with other things. */
export const keyAsText = `json_build_object('keyId', k.id, 'walletId', k.wallet_id, 'accountId', w.account_id,
  'username', a.username, 'mode', w.mode, 'currency', w.currency, 'scopes', k.scopes, 'allowedIps', k.allowed_ips,
  'dailyCapMinor', k.daily_cap_minor, 'expiresAt', k.expires_at, 'revokedAt', k.revoked_at,
  'suspendedAt', a.suspended_at)::text`;
export const fromKeys = `from api_keys k join wallets w on w.id = k.wallet_id join accounts a on a.id = w.account_id`;

export async function noteKeyUses(
  db: Queryable,
  uses: { keyId: number; at: Date; ip: string }[],
): Promise<void> {
  await db.rows(
    `update api_keys k set last_used_at = u.at, last_used_ip = u.ip
     from (select * from unnest($1::bigint[], $2::timestamptz[], $3::inet[]) as u (key_id, at, ip) order by key_id) u
     where k.id = u.key_id`,
    [uses.map((use) => use.keyId), uses.map((use) => use.at), uses.map((use) => use.ip)],
  );
}

export interface NewKey {
  walletId: number;
  name: string;
  hash: Buffer;
  hint: string;
  scopes: Scope[];
  allowedIps: string[];
  dailyCapMinor: number | null;
  expiresAt: Date | null;
  /** The member who creates it; null: the operator, or the first start. */
  createdBy: number | null;
}

/** How many keys of the wallet work; nobody else can add one until the transaction ends. */
export async function countKeys(tx: Tx, walletId: number, at: Date): Promise<number> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('keys of ' || $1, 0))`, [walletId]);
  const [row] = await tx.rows<{ n: number }>(
    `select count(*)::int as n from api_keys
     where wallet_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
    [walletId, at],
  );
  return row?.n ?? 0;
}

export async function insertKey(tx: Tx, key: NewKey, at: Date): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into api_keys (wallet_id, name, hash, hint, scopes, allowed_ips, daily_cap_minor, expires_at, created_at, created_by)
     values ($1, $2, $3, $4, $5, array(select network(ip::inet)::cidr from unnest($6::text[]) as n (ip)), $7, $8, $9, $10) returning id`,
    [
      key.walletId,
      key.name,
      key.hash,
      key.hint,
      key.scopes,
      key.allowedIps,
      key.dailyCapMinor,
      key.expiresAt,
      at,
      key.createdBy,
    ],
  );
  return (row as { id: number }).id;
}

export async function lockKey(
  tx: Tx,
  keyId: number,
): Promise<{ accountId: number; walletId: number; hint: string; revokedAt: Date | null } | undefined> {
  const [key] = await tx.rows<{ accountId: number; walletId: number; hint: string; revokedAt: Date | null }>(
    `select w.account_id as "accountId", w.id as "walletId", k.hint, k.revoked_at as "revokedAt"
     from api_keys k join wallets w on w.id = k.wallet_id where k.id = $1 for no key update of k`,
    [keyId],
  );
  return key;
}

export interface KeyMade {
  id: number;
  walletId: number;
  mode: Mode;
  name: string;
  hint: string;
  scopes: Scope[];
}

/** A member's own keys that are not revoked, locked. */
export function lockKeysMadeBy(tx: Tx, memberId: number): Promise<KeyMade[]> {
  return tx.rows(
    `select k.id, k.wallet_id as "walletId", w.mode, k.name, k.hint, k.scopes
     from api_keys k join wallets w on w.id = k.wallet_id
     where k.created_by = $1 and k.revoked_at is null order by k.id for no key update of k`,
    [memberId],
  );
}

export async function revokeKey(tx: Tx, keyId: number, at: Date): Promise<void> {
  await tx.rows(`update api_keys set revoked_at = $2 where id = $1`, [keyId, at]);
}

export interface ListedKey {
  id: number;
  mode: Mode;
  name: string;
  hint: string;
  scopes: Scope[];
  allowedIps: string[];
  dailyCapMinor: number | null;
  createdAt: Date;
  /** The member who created it; null if it was not a member, or they have left the team. */
  createdBy: { id: number; username: string } | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  lastUsedIp: string | null;
}

/** How many keys that no longer work a screen lists. */
const endedKeys = 200;

/** The keys that work and, of those that no longer do, the newest or `all`; oldest first. */
export function listKeys(
  db: Queryable,
  accountId: number,
  at: Date,
  ended: "newest" | "all" = "newest",
): Promise<ListedKey[]> {
  return db.rows(
    `with shown as (
       (select k.id from api_keys k join wallets w on w.id = k.wallet_id
        where w.account_id = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2))
       union
       (select k.id from api_keys k join wallets w on w.id = k.wallet_id
        where w.account_id = $1 and (k.revoked_at is not null or k.expires_at <= $2) order by k.id desc limit $3)
     )
     select k.id, w.mode, k.name, k.hint, k.scopes, k.allowed_ips::text[] as "allowedIps",
       k.daily_cap_minor as "dailyCapMinor", k.created_at as "createdAt",
       case when m.id is not null then json_build_object('id', m.id, 'username', m.username) end as "createdBy", k.expires_at as "expiresAt",
       k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt", host(k.last_used_ip) as "lastUsedIp"
     from api_keys k join wallets w on w.id = k.wallet_id left join members m on m.id = k.created_by
     where k.id in (select id from shown) order by k.id`,
    [accountId, at, ended === "all" ? null : endedKeys],
  );
}

export async function insertAccount(
  tx: Tx,
  username: string,
  termsVersion: string | null,
  at: Date,
): Promise<number | null> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into accounts (username, terms_version, created_at) values ($1, $2, $3)
     on conflict (lower(username)) do nothing returning id`,
    [username, termsVersion, at],
  );
  return row?.id ?? null;
}

export interface ListedAccount {
  accountId: number;
  username: string;
  currency: string;
  spendableMinor: number;
  heldMinor: number;
  orders: number;
  createdAt: Date;
  suspendedAt: Date | null;
}

/** Every account with its live wallet. */
export function listAccounts(db: Queryable): Promise<ListedAccount[]> {
  return db.rows(
    `select a.id as "accountId", a.username, w.currency, w.spendable_minor as "spendableMinor",
       w.held_minor as "heldMinor", w.order_seq as orders, a.created_at as "createdAt", a.suspended_at as "suspendedAt"
     from accounts a join wallets w on w.account_id = a.id and w.mode = 'live' order by a.id`,
  );
}

/** By id or by name. */
export async function findAccount(
  db: Queryable,
  idOrName: string,
): Promise<{ id: number; username: string } | undefined> {
  const [row] = await db.rows<{ id: number; username: string }>(
    `select id, username from accounts where id::text = $1 or lower(username) = lower($1)
     order by (id::text = $1) desc limit 1`,
    [idOrName],
  );
  return row;
}

/** False if the name is taken, even if only since a moment ago. */
export async function insertOperator(
  db: Queryable,
  username: string,
  passwordHash: string,
  at: Date,
): Promise<boolean> {
  const made = await db.rows(
    `insert into members (username, role, password_hash, must_change_password, created_at)
     values ($1, 'operator', $2, true, $3)
     on conflict do nothing returning id`,
    [username, passwordHash, at],
  );
  return made.length > 0;
}

export async function countMembers(db: Queryable): Promise<number> {
  const [row] = await db.rows<{ n: number }>(`select count(*)::int as n from members`);
  return row?.n ?? 0;
}

export async function findWalletIds(db: Queryable, accountId: number): Promise<number[]> {
  const rows = await db.rows<{ id: number }>(`select id from wallets where account_id = $1`, [accountId]);
  return rows.map(({ id }) => id);
}

export async function setSuspended(tx: Tx, accountId: number, at: Date | null): Promise<void> {
  await tx.rows(`update accounts set suspended_at = $2 where id = $1`, [accountId, at]);
}

/** Ends every key of an account. */
export async function revokeKeysOf(tx: Tx, accountId: number, at: Date): Promise<void> {
  await tx.rows(
    `update api_keys set revoked_at = $2
     where revoked_at is null and wallet_id in (select id from wallets where account_id = $1)`,
    [accountId, at],
  );
}

/** `payOutToSealed`: where the balance goes; null if nothing is left. */
export async function setClosed(
  tx: Tx,
  accountId: number,
  at: Date,
  payOutToSealed: Buffer | null,
): Promise<void> {
  await tx.rows(`update accounts set closed_at = $2, pay_out_to_sealed = $3 where id = $1`, [
    accountId,
    at,
    payOutToSealed,
  ]);
}

export async function findPayOut(
  db: Queryable,
  id: number,
): Promise<{ id: number; payOutToSealed: Buffer | null } | undefined> {
  const [account] = await db.rows<{ id: number; payOutToSealed: Buffer | null }>(
    `select id, pay_out_to_sealed as "payOutToSealed" from accounts where id = $1`,
    [id],
  );
  return account;
}
