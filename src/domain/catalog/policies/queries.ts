import type { Queryable } from "../../../kit/db.ts";
import type { ListedPolicy } from "./policy.ts";

/**
 * The policy for service `s` in country `c` as JSON, null if there is none: of those that apply, the most specific, where
 * the service counts more than its category, and either more than the country.
 */
export const policyAsJson = `(
  select jsonb_build_object('rule', y.rule, 'tier', y.tier, 'minAgeDays', y.min_age_days) from service_policies y
  where (y.service_id is null or y.service_id = s.id) and (y.category is null or y.category = s.category)
    and (y.country is null or y.country = c.code)
  order by y.service_id is null, y.category is null, y.country is null limit 1)`;

/** Whether no policy forbids service `s` in country `c`. */
export const isNotForbidden = `coalesce(${policyAsJson} ->> 'rule', 'allowed') <> 'never'`;

/** For service `s`: by country, and under `everywhere` for all others, whether its policy is not open to everybody. */
export const limitedByCountry = `(
  select jsonb_object_agg(coalesce(c.code, 'everywhere'), coalesce(p.policy ->> 'rule' <> 'allowed'
    or (p.policy ->> 'minAgeDays')::int > 0, false))
  from (select null::text as code union select country from service_policies) c
  cross join lateral (select ${policyAsJson} as policy) p)`;

export function listPolicies(db: Queryable): Promise<ListedPolicy[]> {
  return db.rows(
    `select y.id, y.category, s.slug as service, y.country, y.rule, y.tier, y.min_age_days as "minAgeDays"
     from service_policies y left join services s on s.id = y.service_id
     order by s.slug nulls last, y.category nulls last, y.country nulls last`,
  );
}

export async function listCategories(db: Queryable): Promise<string[]> {
  const rows = await db.rows<{ category: string }>(
    `select distinct category from services order by category`,
  );
  return rows.map(({ category }) => category);
}
