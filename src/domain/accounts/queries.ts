import type { Queryable } from "../../kit/db.ts";
import { behind, inOrder, mostCounted } from "../../kit/sort.ts";
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

/** A `KeyRow` as one text, which `parse-key.ts` parses, for statements that look keys up along with other things. */
export const keyAsText = `json_build_object('keyId', k.id, 'walletId', k.wallet_id, 'accountId', w.account_id,
  'username', a.username, 'mode', w.mode, 'currency', w.currency, 'scopes', k.scopes, 'allowedIps', k.allowed_ips,
  'dailyCapMinor', k.daily_cap_minor, 'expiresAt', k.expires_at, 'revokedAt', k.revoked_at,
  'suspendedAt', a.suspended_at)::text`;

export const fromKeys = `from api_keys k join wallets w on w.id = k.wallet_id join accounts a on a.id = w.account_id`;

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

/** How many inactive keys a screen lists. */
const endedKeys = 200;

/** The active keys and, of the inactive ones, the newest or `all`; oldest first. */
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

/** The operator's lists over all accounts. Read-only. */

export interface Customer extends Omit<ListedAccount, "accountId"> {
  id: number;
  email: string | null;
  closedAt: Date | null;
  /** Closed, with money left to pay out. */
  awaitsPayOut: boolean;
}

const fromCustomers = `from accounts a join wallets w on w.account_id = a.id and w.mode = 'live'`;

const customerColumns = `a.id, a.username,
  (select m.email from members m where m.account_id = a.id and m.role = 'owner' order by m.id limit 1) as email,
  w.currency, w.spendable_minor as "spendableMinor", w.held_minor as "heldMinor", w.order_seq as orders,
  a.created_at as "createdAt", a.suspended_at as "suspendedAt", a.closed_at as "closedAt",
  a.pay_out_to_sealed is not null and w.spendable_minor > 0 as "awaitsPayOut"
  ${fromCustomers}`;

export const customerStates = ["active", "suspended", "closed"] as const;
export const customerSorts = ["newest", "oldest", "name", "balance"] as const;

export interface CustomerFilter {
  /** Part of the account's name, or of a member's name or address, or its id. */
  q: string | null;
  state: (typeof customerStates)[number] | null;
  from: Date | null;
  to: Date | null;
  sort?: (typeof customerSorts)[number];
  /** The last row of the previous page; null: from the start. */
  lastId: number | null;
}

const isCustomer = `($1::text is null or a.id::text = $1 or strpos(lower(a.username), lower($1)) > 0 or exists (
    select from members m where m.account_id = a.id
      and (strpos(lower(m.username), lower($1)) > 0 or strpos(lower(m.email), lower($1)) > 0)))
  and ($2::text is null or $2 = case when a.closed_at is not null then 'closed'
    when a.suspended_at is not null then 'suspended' else 'active' end)
  and ($3::timestamptz is null or a.created_at >= $3) and ($4::timestamptz is null or a.created_at < $4)`;

const wantedBy = ({ q, state, from, to }: CustomerFilter): unknown[] => [q, state, from, to];

/** Each but the balance, the largest first, uses an index: by when they signed up, or by the name. */
const customerOrders: Record<(typeof customerSorts)[number], string> = {
  newest: `($5::bigint is null or ${behind("newest", "a.id", "$5")}) ${inOrder("newest", "a.id")}`,
  oldest: `($5::bigint is null or ${behind("oldest", "a.id", "$5")}) ${inOrder("oldest", "a.id")}`,
  name: `($5::bigint is null or lower(a.username) > (select lower(l.username) from accounts l where l.id = $5))
    order by lower(a.username)`,
  balance: `($5::bigint is null or (w.spendable_minor, a.id) <
      (select l.spendable_minor, l.account_id from wallets l where l.account_id = $5 and l.mode = 'live'))
    order by w.spendable_minor desc, a.id desc`,
};

/** A page of the customers, newest first unless sorted otherwise. */
export function listCustomers(db: Queryable, filter: CustomerFilter, limit: number): Promise<Customer[]> {
  return db.rows(
    `select ${customerColumns} where ${isCustomer} and ${customerOrders[filter.sort ?? "newest"]} limit $6`,
    [...wantedBy(filter), filter.lastId, limit],
  );
}

export interface CustomerSums {
  count: number;
  spendableMinor: number;
  heldMinor: number;
}

/** Of the customers that the filter lets through, at most one more than anybody counts. */
export async function sumCustomers(db: Queryable, filter: CustomerFilter): Promise<CustomerSums> {
  const [sums] = await db.rows<CustomerSums>(
    `select count(*)::int as count, coalesce(sum(c.spendable), 0)::bigint as "spendableMinor",
       coalesce(sum(c.held), 0)::bigint as "heldMinor"
     from (select w.spendable_minor as spendable, w.held_minor as held ${fromCustomers} where ${isCustomer}
       limit ${mostCounted + 1}) c`,
    wantedBy(filter),
  );
  return sums as CustomerSums;
}

export async function findCustomer(db: Queryable, id: number): Promise<Customer | undefined> {
  const [customer] = await db.rows<Customer>(`select ${customerColumns} where a.id = $1`, [id]);
  return customer;
}
