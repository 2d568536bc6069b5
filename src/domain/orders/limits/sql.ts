import type { Queryable, Tx } from "../../../kit/db.ts";
import { standingAsJson } from "../../accounts/standing/queries.ts";
import type { Standing } from "../../accounts/standing/standing.ts";
import { walletColumns } from "../../wallet/queries.ts";
import type { Wallet } from "../../wallet/wallet.ts";
import type { Tries } from "../tries/tries.ts";
import { rentingColumns } from "./queries.ts";
import type { Renting } from "./rent-limits.ts";

export interface RentingWallet extends Wallet, Omit<Renting, "openOrders"> {
  tries: Tries[];
  standing: Standing;
  /** What the orders of that day (UTC) cost. */
  spentDay: string | null;
  spentMinor: number;
}

export interface AddressGroup extends Renting {
  network: string;
}

const lockedWallets = `select ${walletColumns}, ${rentingColumns}, spent_day::text as "spentDay", spent_minor as "spentMinor",
  (select ${standingAsJson} from accounts a where a.id = wallets.account_id) as standing, coalesce((
    select jsonb_agg(jsonb_build_object('poolId', t.pool_id, 'tries', t.tries,
      'countedAt', (extract(epoch from t.counted_at) * 1000)::bigint))
    from pool_tries t where t.wallet_id = wallets.id), '[]') as tries
  from wallets where id = any($1::bigint[]) order by id for no key update`;

const groupColumns = `jsonb_build_object('network', network, 'openOrders', open_orders,
  'rentsSince', (extract(epoch from rents_since) * 1000)::bigint, 'rents', rents,
  'outcomesDay', outcomes_day, 'codes', codes, 'fruitless', fruitless)`;

/** Address groups by name; each in one of the two. */
export interface Networks {
  renting: string[];
  /** Of requests that are refused already: nothing is written about them, but they are told what is left. */
  refused: string[];
}

/**
 * Like `lockWallets`, with what limits their rents; then locks the address groups that may rent, which come last in the
 * order of the locks. All in one statement.
 */
export async function lockForRents(
  tx: Tx,
  walletIds: number[],
  { renting, refused }: Networks,
  at: Date,
): Promise<{ wallets: RentingWallet[]; groups: AddressGroup[] }> {
  if (renting.length + refused.length === 0)
    return { wallets: await tx.rows(lockedWallets, [walletIds]), groups: [] };
  type Row = RentingWallet & { groups: (Omit<AddressGroup, "rentsSince"> & { rentsSince: number | null })[] };
  const rows = await tx.rows<Row>(
    `with locked as materialized (${lockedWallets}), groups as (
       insert into address_groups (network, seen_at)
       select n.network, $3 from (select count(*) from locked) as after, unnest($2::text[]) as n (network) order by 1
       on conflict (network) do update set seen_at = excluded.seen_at
       returning ${groupColumns} as one
     ), known as (
       select one from groups
       union all select ${groupColumns} from address_groups where network = any($4::text[])
     )
     select locked.*, (select jsonb_agg(one) from known) as groups from locked`,
    [walletIds, renting, at, refused],
  );
  const groups = (rows[0]?.groups ?? []).map((group) => ({
    ...group,
    rentsSince: group.rentsSince === null ? null : new Date(group.rentsSince),
  }));
  return { wallets: rows.map(({ groups: _groups, ...wallet }) => wallet), groups };
}

/** Orders that wait for their first message, by the address group that they were rented from. */
const waiting = `select network, count(*)::int as n from orders
  where closed_at is null and status in ('PLACING', 'PENDING') and network is not null group by 1`;

/** Address groups whose open orders are others than they say. */
export async function findMiscounted(db: Queryable): Promise<string[]> {
  const rows = await db.rows<{ network: string }>(
    `select network from address_groups g left join (${waiting}) w using (network)
     where g.open_orders <> coalesce(w.n, 0)`,
  );
  return rows.map(({ network }) => network);
}

/** Orders of the last day forget the address groups if they no longer count there; those in use are skipped. */
export async function forgetLeft(tx: Tx, networks: string[], since: Date): Promise<void> {
  await tx.rows(
    `update orders set network = null where order_id in (
       select order_id from orders
       where network = any($1::text[]) and created_at > $2 and status not in ('PLACING', 'PENDING')
       order by order_id for no key update skip locked)`,
    [networks, since],
  );
}

/** Locks them after the orders, in the order of their names. */
export async function lockGroups(tx: Tx, networks: string[]): Promise<void> {
  await tx.rows(`select from address_groups where network = any($1::text[]) order by network for update`, [
    networks,
  ]);
}

/** The caller holds their locks. */
export async function setOpenOrders(tx: Tx, networks: string[]): Promise<void> {
  await tx.rows(
    `update address_groups g set open_orders = coalesce(w.n, 0)
     from unnest($1::text[]) as u (network) left join (${waiting}) w using (network)
     where g.network = u.network`,
    [networks],
  );
}

/** Address groups without open orders that were last seen before then; those in use are skipped. */
export async function deleteUnseenGroups(db: Queryable, before: Date): Promise<number> {
  const gone = await db.rows(
    `delete from address_groups where network in (
       select network from address_groups where open_orders = 0 and seen_at < $1 for update skip locked)
     returning 1`,
    [before],
  );
  return gone.length;
}
