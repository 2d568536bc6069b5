import type { Db } from "../../src/kit/db.ts";

/**
 * Orders like those of a shop that has run for a month: in all states, services and pools, evenly over thirty days.
 * Written without the use cases, so there are no postings behind them: for lists, not for books.
 */
export async function manyOrders(db: Db, count: number, walletIds: number[]): Promise<void> {
  await db.rows(
    `insert into orders (order_id, wallet_id, seq, service_id, country, provider, pool_id, number, supplier, duration,
       status, price_minor, cost_minor, created_at, expires_at, cancellable_at, ended_at, closed_at, message_count)
     select 1000000 + n, ($2::bigint[])[1 + n % cardinality($2::bigint[])], 1000000 + n, s.ids[1 + n % 40], c, 'global', 1 + n % 2,
       (15550000000 + n)::text, 'inventory', 'generic', status, 45000, 30000, at, at + interval '20 min', at,
       at + interval '1 s' * (3 + n % 60), at + interval '20 min', (status = 'FINISHED')::int
     from (select array_agg(id order by id) as ids from (select id from services where not restricted order by id limit 40) l) s,
       generate_series(1, $1::int) as n
       cross join lateral (select (array['FINISHED', 'FINISHED', 'FINISHED', 'EXPIRED', 'CANCELLED'])[1 + n % 5] as status,
         (array['US', 'GB', 'NG'])[1 + n % 3] as c, now() - interval '30 days' * n / $1::int as at) v`,
    [count, walletIds],
  );
  await db.rows(`analyze orders`);
}
