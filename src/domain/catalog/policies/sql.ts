import type { Tx } from "../../../kit/db.ts";
import type { Policy } from "./policy.ts";

export interface StoredScope {
  category: string | null;
  serviceId: number | null;
  country: string | null;
}

export async function upsertPolicy(
  tx: Tx,
  { category, serviceId, country }: StoredScope,
  { rule, tier, minAgeDays }: Policy,
): Promise<void> {
  await tx.rows(
    `insert into service_policies (category, service_id, country, rule, tier, min_age_days)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (category, service_id, country) do update
       set rule = excluded.rule, tier = excluded.tier, min_age_days = excluded.min_age_days`,
    [category, serviceId, country, rule, tier, minAgeDays],
  );
}

/** Returns whether there was one. */
export async function deletePolicy(tx: Tx, { category, serviceId, country }: StoredScope): Promise<boolean> {
  const rows = await tx.rows(
    `delete from service_policies where (category, service_id, country) is not distinct from ($1, $2::int, $3)
     returning id`,
    [category, serviceId, country],
  );
  return rows.length > 0;
}
