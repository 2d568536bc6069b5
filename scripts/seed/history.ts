import type { Db } from "../../src/kit/db.ts";

const history = `
  insert into orders (order_id, wallet_id, seq, service_id, country, provider, pool_id, number, supplier, duration,
    status, price_minor, cost_minor, created_at, expires_at, cancellable_at, ended_at, closed_at, message_count)
  select 2000000000 + o.n, w.id, 100000 + o.n, s.id, o.country, 'global', p.id, (12025560000 + o.n)::text, p.supplier,
    'generic', case when o.luck < o.odds then 'FINISHED' when o.luck < o.odds + 0.1 then 'CANCELLED' else 'EXPIRED' end,
    p.price_minor, p.cost_minor, o.at, o.at + interval '20 min', o.at, o.at + o.took, o.at + interval '20 min',
    (o.luck < o.odds)::int
  from (
    select row_number() over () as n, h.at + random() * interval '59 min' as at, random() as luck, c.service, c.pool,
      c.odds, c.country, (3 + 4 * c.slow + random() * 8) * interval '1 s' as took
    from generate_series(now() - interval '47 hours', now() - interval '1 hour', interval '1 hour') as h (at)
    cross join (values ('whatsapp', 'Standard Pool', 0.86, 'US', 9, 1), ('whatsapp', 'Premium', 0.95, 'US', 4, 0),
      ('telegram', 'Standard Pool', 0.81, 'GB', 6, 2), ('telegram', 'Premium', 0.93, 'GB', 3, 1),
      ('google', 'Standard Pool', 0.64, 'US', 4, 3), ('google', 'Premium', 0.88, 'US', 2, 1),
      ('instagram', 'Standard Pool', 0.77, 'NG', 3, 2), ('tiktok', 'Standard Pool', 0.42, 'US', 2, 5),
      ('discord', 'Premium', 0.9, 'GB', 1, 1)) as c (service, pool, odds, country, many, slow)
    cross join lateral generate_series(1, (c.many * (0.6 + 0.5 * sin(extract(hour from h.at) / 24 * 6.28 - 1.9)
      + 0.3 * random()))::int)
  ) o
  join services s on s.slug = o.service join pools p on p.name = o.pool
  join wallets w on w.account_id = $1 and w.mode = 'live'`;

/**
 * The end of each hold, because outcomes are counted by it; in the other wallet, whose statement is in no screenshot.
 */
const ends = `
  insert into postings (wallet_id, seq, kind, debit, credit, amount_minor, spendable_after_minor, order_id, created_at)
  select w.id, 1000000 + o.seq, e.kind, 'held', case e.kind when 'capture' then 'revenue' else 'spendable' end,
    o.price_minor, 0, o.order_id, o.ended_at
  from orders o join wallets w on w.account_id = $1 and w.mode = 'test'
    cross join lateral (select case o.status when 'FINISHED' then 'capture' else 'release' end as kind) e
  where o.order_id > 2000000000`;

/** Two days of a shop that is busy during the day; always the same data. */
export async function seedHistory(db: Db, accountId: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.rows(`select setseed(0.42)`);
    await tx.rows(`update pools set cost_minor = 21000 where name = 'Standard Pool'`);
    await tx.rows(history, [accountId]);
    await tx.rows(ends, [accountId]);
    // The next run counts their outcomes.
    await tx.rows(`delete from installation where name = 'outcomes counted until'`);
  });
}
