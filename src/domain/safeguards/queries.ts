import type { Queryable } from "../../kit/db.ts";
import type { LatePolicy } from "../catalog/catalog.ts";

/** Services of these categories that may be rented all the same, by category. */
export function listAllowed(
  db: Queryable,
  categories: readonly string[],
): Promise<{ category: string; names: string[] }[]> {
  return db.rows(
    `select category, array_agg(name order by name) as names from services
     where not restricted and category = any($1::text[]) group by category order by category`,
    [categories],
  );
}

/** Pools in use whose late messages cost something, or are not shown. */
export function listLatePolicies(
  db: Queryable,
): Promise<{ id: number; name: string; lateMessages: Exclude<LatePolicy, "free"> }[]> {
  return db.rows(
    `select id, name, late_messages as "lateMessages" from pools
     where late_messages <> 'free' and retired_at is null order by id`,
  );
}

/** How many wallets may have more open orders than others, and the highest of these limits. */
export async function countRaisedLimits(
  db: Queryable,
  usual: number,
): Promise<{ wallets: number; most: number }> {
  const [row] = await db.rows<{ wallets: number; most: number }>(
    `select count(*)::int as wallets, coalesce(max(w.max_open_orders), 0) as most
     from wallets w join accounts a on a.id = w.account_id
     where w.max_open_orders > $1 and a.closed_at is null`,
    [usual],
  );
  return row as { wallets: number; most: number };
}
