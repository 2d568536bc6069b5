import type { Queryable } from "../../kit/db.ts";

export interface SupplierFigures {
  supplier: string;
  orders: number;
  delivered: number;
  failed: number;
  lastCodeAt: Date | null;
}

/** The suppliers of live numbers, with the outcomes of their orders since a time. */
export function listSupplierFigures(db: Queryable, since: Date): Promise<SupplierFigures[]> {
  return db.rows(
    `select p.supplier, coalesce(sum(f.orders), 0)::int as orders, coalesce(sum(f.delivered), 0)::int as delivered,
       coalesce(sum(f.failed), 0)::int as failed, max(f.last_code) as "lastCodeAt"
     from pools p left join (
       select pool_id, count(*) as orders, count(*) filter (where status in ('RECEIVED', 'FINISHED')) as delivered,
         count(*) filter (where status in ('CANCELLED', 'EXPIRED')) as failed,
         max(ended_at) filter (where status in ('RECEIVED', 'FINISHED')) as last_code
       from orders where created_at >= $1 and status <> 'FAILED' group by pool_id
     ) f on f.pool_id = p.id
     where p.mode = 'live' and p.retired_at is null group by p.supplier order by p.supplier`,
    [since],
  );
}
