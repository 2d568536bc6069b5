import type { Queryable } from "../../kit/db.ts";
import type { Mode } from "../wallet/wallet.ts";

/** What is wrong, one sentence per finding; each part verifies one rule of ARCHITECTURE.md, "Money". */
export async function findFaults(db: Queryable): Promise<string[]> {
  const faults = await db.rows<{ fault: string }>(
    `with sums as (
       select w.id,
         coalesce(sum(case when credit = 'spendable' then amount_minor when debit = 'spendable' then -amount_minor end), 0) as spendable,
         coalesce(sum(case when credit = 'held' then amount_minor when debit = 'held' then -amount_minor end), 0) as held,
         coalesce(sum(case when credit = 'revenue' then amount_minor when debit = 'revenue' then -amount_minor end), 0) as revenue,
         coalesce(sum(case when credit = 'funding' then amount_minor when debit = 'funding' then -amount_minor end), 0) as funding,
         count(p.seq) as postings,
         count(p.seq) filter (where kind = 'hold') as holds,
         count(p.seq) filter (where kind in ('capture', 'release')) as ends
       from wallets w left join postings p on p.wallet_id = w.id group by w.id
     )
     select 'wallet ' || w.id || ': balances are not the sums of its postings' as fault
       from wallets w join sums s using (id)
       where (w.spendable_minor, w.held_minor, w.revenue_minor, w.funding_minor)
         is distinct from (s.spendable, s.held, s.revenue, s.funding)
     union all
     select 'wallet ' || w.id || ': its counts of postings, orders or open holds are wrong'
       from wallets w join sums s using (id)
       where (w.posting_seq, w.order_seq, w.open_holds) is distinct from (s.postings, s.holds, s.holds - s.ends)
     union all
     select 'currency ' || currency || ': the books sum to ' || sum(spendable_minor + held_minor + revenue_minor + funding_minor)
       from wallets group by currency having sum(spendable_minor + held_minor + revenue_minor + funding_minor) <> 0
     union all
     select 'order ' || o.order_id || ' (' || o.status || '): held ' || coalesce(h.holds, 0) || ' times, captured '
         || coalesce(h.captures, 0) || ' times, released ' || coalesce(h.releases, 0) || ' times'
       from orders o left join (
         select order_id, count(*) filter (where kind = 'hold') as holds,
           count(*) filter (where kind = 'capture') as captures,
           count(*) filter (where kind = 'release') as releases
         from postings where order_id is not null group by order_id
       ) h using (order_id)
       where (coalesce(h.holds, 0), coalesce(h.captures, 0), coalesce(h.releases, 0)) is distinct from (
         1,
         case when o.status in ('RECEIVED', 'FINISHED') then 1 else 0 end,
         case when o.status in ('CANCELLED', 'EXPIRED', 'FAILED') then 1 else 0 end)
     union all
     select 'order ' || p.order_id || ': a posting of another amount or wallet than the order''s'
       from postings p join orders o using (order_id)
       where p.kind in ('hold', 'capture', 'release') and (p.amount_minor, p.wallet_id) <> (o.price_minor, o.wallet_id)
     union all
     select 'order ' || p.order_id || ': money was moved for an order that does not exist'
       from postings p left join orders o using (order_id) where p.order_id is not null and o.order_id is null
     union all
     select 'order ' || o.order_id || ': its wallet, service, pool, key or number does not exist'
       from orders o left join wallets w on w.id = o.wallet_id left join services s on s.id = o.service_id
         left join pools p on p.id = o.pool_id left join api_keys k on k.id = o.key_id
         left join numbers n on n.id = o.number_id
       where w.id is null or s.id is null or p.id is null or (o.key_id is not null and k.id is null)
         or (o.number_id is not null and n.id is null)
     union all
     select 'message ' || m.id || ': its order or source does not exist'
       from messages m left join orders o using (order_id) left join sources s on s.id = m.source_id
       where s.id is null or (m.order_id is not null and o.order_id is null)
     union all
     select 'wallet ' || p.wallet_id || ': it has postings or events and does not exist'
       from (select wallet_id from postings union select wallet_id from events) p
         left join wallets w on w.id = p.wallet_id
       where w.id is null`,
  );
  return faults.map(({ fault }) => fault);
}

export interface Totals {
  currency: string;
  mode: Mode;
  spendableMinor: number;
  heldMinor: number;
  revenueMinor: number;
  fundingMinor: number;
  wallets: number;
  postings: number;
}

export function sumBooks(db: Queryable): Promise<Totals[]> {
  return db.rows(
    `select currency, mode, sum(spendable_minor)::bigint as "spendableMinor", sum(held_minor)::bigint as "heldMinor",
       sum(revenue_minor)::bigint as "revenueMinor", sum(funding_minor)::bigint as "fundingMinor",
       count(*) as wallets, sum(posting_seq)::bigint as postings
     from wallets group by currency, mode order by currency, mode`,
  );
}
