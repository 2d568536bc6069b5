import type { Queryable, Tx } from "../../kit/db.ts";
import type { Mode } from "../wallet/wallet.ts";
import type { Scope } from "./account.ts";
import type { Tier } from "./standing/standing.ts";

/** A closed account's keys have forgotten where they were used from; a use from just before is noted without it. */
export async function noteKeyUses(
  db: Queryable,
  uses: { keyId: number; at: Date; ip: string }[],
): Promise<void> {
  await db.rows(
    `update api_keys k set last_used_at = u.at,
       last_used_ip = case when k.revoked_at is null or k.last_used_ip is not null then u.ip end
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

/** How many active keys the wallet has; nobody else can add one until the transaction ends. */
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

export async function insertAccount(
  tx: Tx,
  { username, termsVersion, tier }: { username: string; termsVersion: string; tier: Tier | null },
  at: Date,
): Promise<number | null> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into accounts (username, terms_version, terms_accepted_at, tier, created_at) values ($1, $2, $3, $4, $3)
     on conflict (lower(username)) do nothing returning id`,
    [username, termsVersion, at, tier],
  );
  return row?.id ?? null;
}

export async function setSuspended(tx: Tx, accountId: number, at: Date | null): Promise<void> {
  await tx.rows(`update accounts set suspended_at = $2 where id = $1`, [accountId, at]);
}

/** Revokes every key of an account. */
export async function revokeKeysOf(tx: Tx, accountId: number, at: Date): Promise<void> {
  await tx.rows(
    `update api_keys set revoked_at = $2
     where revoked_at is null and wallet_id in (select id from wallets where account_id = $1)`,
    [accountId, at],
  );
}

/** Forgets from where the account's keys were used, and from where they might be. */
export async function forgetKeyAddresses(tx: Tx, accountId: number): Promise<void> {
  await tx.rows(
    `update api_keys set last_used_ip = null, allowed_ips = '{}'
     where wallet_id in (select id from wallets where account_id = $1)`,
    [accountId],
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
