import type { Queryable } from "../../../kit/db.ts";
import type { Mode } from "../../wallet/wallet.ts";
import { wholeNumber, type OfferQuery, type Outcomes, type SaleTerms } from "../catalog.ts";
import type { Policy } from "../policies/policy.ts";
import { isNotForbidden, policyAsJson } from "../policies/queries.ts";
import { unheardNumbers } from "../../lines/queries.ts";
import { isOffered, mayBeRented } from "../queries.ts";

/** Days whose outcomes count for success rates. */
const recentDays = 14;

/**
 * The most specific price line for country `c` and service `s` of pool `p`, if there is one: three probes, because a
 * pool may have a line for each of a hundred thousand pairs.
 */
const line = `lateral (
  select o.price_minor, o.cost_minor, 1 as rank from prices o
    where o.pool_id = p.id and o.country = c.code and o.service_id = s.id
  union all select o.price_minor, o.cost_minor, 2 from prices o
    where o.pool_id = p.id and o.country is null and o.service_id = s.id
  union all select o.price_minor, o.cost_minor, 3 from prices o
    where o.pool_id = p.id and o.country = c.code and o.service_id is null
  order by rank limit 1
)`;

const priceOf = `coalesce(l.price_minor, p.price_minor)`;

export interface OfferRow {
  ord: number;
  countryCode: string | null;
  dialCode: string | null;
  serviceId: number | null;
  familyId: number | null;
  slug: string | null;
  serviceName: string | null;
  restricted: boolean | null;
  policy: Policy | null;
  poolId: number | null;
  poolName: string | null;
  supplier: string | null;
  priceMinor: number | null;
  costMinor: number | null;
  delivered: number;
  failed: number;
  seconds: number[] | null;
}

/** The outcomes of late for the pool, country and service of a row. */
const ofLate = `d.pool_id = p.id and d.country = c.code and d.service_id = s.id and d.day > $5::date - ${recentDays}`;

const seconds = `(select array_agg(n order by bucket) from (
  select bucket, sum(n)::int as n from outcomes d, unnest(d.seconds) with ordinality as u (n, bucket)
  where ${ofLate} group by bucket) b)`;

/**
 * A row for each pool of each query, or one row with nulls if country, service or pools are unknown. Without
 * `withSeconds` it leaves out how long codes took, which a rent does not need.
 */
export function findOffers(
  db: Queryable,
  queries: OfferQuery[],
  at: Date,
  { withSeconds }: { withSeconds: boolean },
): Promise<OfferRow[]> {
  return db.rows(
    `select q.ord, c.code as "countryCode", c.dial_code as "dialCode", s.id as "serviceId",
       s.family_id as "familyId", s.slug, s.name as "serviceName", s.restricted,
       ${policyAsJson} as policy, p.id as "poolId", p.name as "poolName", p.supplier,
       ${priceOf} as "priceMinor", coalesce(l.cost_minor, p.cost_minor) as "costMinor",
       coalesce(h.delivered, 0) as delivered, coalesce(h.failed, 0) as failed, ${withSeconds ? "h.seconds" : "null as seconds"}
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $6::int[])
       with ordinality as q (mode, provider, country, service, pool_id, ord)
     left join countries c on c.code = q.country
     left join services s on ${isOffered("q.mode")} and s.id = coalesce(
       (select id from services where slug = q.service),
       (select service_id from service_aliases where alias = q.service))
     left join pools p on p.mode = q.mode and p.provider = q.provider and p.retired_at is null
       and (q.pool_id is null or p.id = q.pool_id)
     left join ${line} l on true
     left join lateral (
       select sum(delivered)::int as delivered, sum(failed)::int as failed${withSeconds ? `, ${seconds} as seconds` : ""}
       from outcomes d where ${ofLate}
     ) h on true
     order by q.ord, p.id`,
    [
      queries.map((query) => query.mode),
      queries.map((query) => query.provider),
      queries.map((query) => query.country),
      queries.map((query) => query.service),
      at,
      queries.map((query) => query.poolId),
    ],
  );
}

export interface ListingRow extends Outcomes {
  slug: string;
  name: string;
  poolId: number;
  supplier: string;
  priceMinor: number;
  count: number;
}

/** Whether a use of a number keeps it from being sold for the use's family. */
const blocks = (use: string, at: string, usedSince: string): string =>
  `(${use}.rests_until > ${at} or ${use}.used_at > ${usedSince})`;

/** Every service that may be rented × every pool of the market, with price, numbers free now, and outcomes. */
export function listOffers(
  db: Queryable,
  { mode, provider, country }: { mode: Mode; provider: string; country: string },
  { at, usedSince }: SaleTerms,
): Promise<ListingRow[]> {
  return db.rows(
    `with stock as (
       select pool_id, count(*)::int as n from numbers where country = $3 and retired_at is null and id not in ${unheardNumbers} group by pool_id
     ), blocked as (
       select n.pool_id, u.number, u.family_id, u.family_id = ${wholeNumber} and u.rests_until > $4 as is_whole
       from numbers n join number_uses u on u.number = n.number
       where n.country = $3 and n.retired_at is null and n.id not in ${unheardNumbers} and ${blocks("u", "$4", "$5")}
     ), whole as (
       select pool_id, count(*) filter (where is_whole)::int as n, count(distinct number)::int as touched
       from blocked group by pool_id
     ), taken as (
       select pool_id, family_id, count(*)::int as n from blocked b
       where family_id <> ${wholeNumber} and not exists (select from blocked w where w.number = b.number and w.is_whole)
       group by pool_id, family_id
     ), recent as (
       select pool_id, service_id, sum(delivered)::int as delivered, sum(failed)::int as failed
       from outcomes where country = $3 and day > $4::date - ${recentDays} group by pool_id, service_id
     )
     select s.slug, s.name, p.id as "poolId", p.supplier, ${priceOf} as "priceMinor",
       coalesce(k.n, 0) - case when s.family_id = ${wholeNumber} then coalesce(w.touched, 0)
         else coalesce(w.n, 0) + coalesce(t.n, 0) end as count,
       coalesce(r.delivered, 0) as delivered, coalesce(r.failed, 0) as failed
     from countries c
     join pools p on p.mode = $1 and p.provider = $2 and p.retired_at is null
     join services s on ${mayBeRented("p.mode")} and ${isNotForbidden}
     left join stock k on k.pool_id = p.id
     left join whole w on w.pool_id = p.id
     left join taken t on t.pool_id = p.id and t.family_id = s.family_id
     left join recent r on r.pool_id = p.id and r.service_id = s.id
     left join ${line} l on true
     where c.code = $3
     order by s.name, s.slug, p.id`,
    [mode, provider, country, at, usedSince],
  );
}

/** Numbers of the pools that could be rented for the family now. */
export function countStock(
  db: Queryable,
  { poolIds, country, familyId }: { poolIds: number[]; country: string; familyId: number },
  { at, usedSince }: SaleTerms,
): Promise<{ poolId: number; count: number }[]> {
  return db.rows(
    `select p.id as "poolId",
       (select count(*) from numbers n where n.pool_id = p.id and n.country = $2 and n.retired_at is null
         and n.id not in ${unheardNumbers} and not exists (select from number_uses u where u.number = n.number and case
           when $3 in (${wholeNumber}, u.family_id) then ${blocks("u", "$4", "$5")}
           else u.family_id = ${wholeNumber} and u.rests_until > $4 end)
       )::int as count
     from unnest($1::int[]) as p (id)`,
    [poolIds, country, familyId, at, usedSince],
  );
}
