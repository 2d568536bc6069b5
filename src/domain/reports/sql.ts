import type { Queryable } from "../../kit/db.ts";

export interface ServiceSpending {
  service: string;
  name: string;
  spentMinor: number;
  orders: number;
}

/** What postings of these kinds cost the wallet. */
const spent = `sum(case when p.kind = 'refund' then -p.amount_minor else p.amount_minor end)::bigint`;
const paid = `p.kind in ('capture', 'late', 'refund')`;

export function spendingByService(db: Queryable, walletId: number, since: Date): Promise<ServiceSpending[]> {
  return db.rows(
    `select s.slug as service, s.name, ${spent} as "spentMinor", count(distinct p.order_id)::int as orders
     from postings p join orders o on o.order_id = p.order_id join services s on s.id = o.service_id
     where p.wallet_id = $1 and p.created_at >= $2 and ${paid} group by s.id order by 3 desc, s.slug`,
    [walletId, since],
  );
}

export interface DaySpending {
  /** 2026-11-24 */
  day: string;
  spentMinor: number;
  orders: number;
}

export function spendingByDay(
  db: Queryable,
  walletId: number,
  since: Date,
  today: Date,
): Promise<DaySpending[]> {
  return db.rows(
    `select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(p.spent, 0)::bigint as "spentMinor", coalesce(p.orders, 0)::int as orders
     from generate_series($2::timestamptz, $3::timestamptz, interval '1 day') as d (day)
     left join (
       select date_trunc('day', p.created_at, 'UTC') as day, ${spent} as spent, count(distinct p.order_id) as orders
       from postings p where p.wallet_id = $1 and p.created_at >= $2 and ${paid} group by 1
     ) p on p.day = d.day
     order by d.day`,
    [walletId, since, today],
  );
}
