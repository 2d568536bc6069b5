import type { Tx } from "../../kit/db.ts";
import type { CountryEntry, ServiceEntry } from "./data.ts";

export async function setRestricted(tx: Tx, serviceId: number, restricted: boolean): Promise<void> {
  await tx.rows(`update services set restricted = $2 where id = $1`, [serviceId, restricted]);
}

/** Adds and renames; restrictions set by the operator are kept. */
export async function upsertServices(
  tx: Tx,
  entries: ServiceEntry[],
  restricted: (category: string) => boolean,
): Promise<void> {
  await tx.rows(
    `insert into services (slug, name, category, restricted)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[])
     on conflict (slug) do update set name = excluded.name, category = excluded.category
     where (services.name, services.category) is distinct from (excluded.name, excluded.category)`,
    [
      entries.map((entry) => entry.slug),
      entries.map((entry) => entry.name),
      entries.map((entry) => entry.category),
      entries.map((entry) => restricted(entry.category)),
    ],
  );
  const aliases = entries.flatMap((entry) =>
    entry.aliases.map((alias: string) => ({ alias, slug: entry.slug })),
  );
  await tx.rows(
    `insert into service_aliases (alias, service_id)
     select a.alias, s.id from unnest($1::text[], $2::text[]) as a (alias, slug) join services s using (slug)
     on conflict (alias) do update set service_id = excluded.service_id
     where service_aliases.service_id <> excluded.service_id`,
    [aliases.map((entry) => entry.alias), aliases.map((entry) => entry.slug)],
  );
}

export async function upsertCountries(tx: Tx, entries: CountryEntry[]): Promise<void> {
  await tx.rows(
    `insert into countries (code, name, dial_code) select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (code) do update set name = excluded.name, dial_code = excluded.dial_code
     where (countries.name, countries.dial_code) is distinct from (excluded.name, excluded.dial_code)`,
    [
      entries.map((entry) => entry.code),
      entries.map((entry) => entry.name),
      entries.map((entry) => entry.dialCode),
    ],
  );
}

/**
 * Adds the orders whose hold ended in [from, to), by capture or release, to the outcomes of their day. `bounds` are
 * the buckets' upper bounds; the last bucket is open.
 */
export async function addOutcomes(tx: Tx, from: Date, to: Date, bounds: readonly number[]): Promise<void> {
  await tx.rows(
    `insert into outcomes (pool_id, country, service_id, day, delivered, failed, seconds)
     select pool_id, country, service_id, day, sum(delivered), sum(failed), array_agg(n order by bucket)
     from (
       select o.pool_id, o.country, o.service_id, (o.ended_at at time zone 'UTC')::date as day, b.bucket,
         case when b.bucket = 1 then count(*) filter (where o.status in ('RECEIVED', 'FINISHED')) else 0 end as delivered,
         case when b.bucket = 1 then count(*) filter (where o.status in ('CANCELLED', 'EXPIRED')) else 0 end as failed,
         count(*) filter (where o.status in ('RECEIVED', 'FINISHED') and
           width_bucket(extract(epoch from o.ended_at - o.created_at), $3::numeric[]) + 1 = b.bucket)::int as n
       from postings p join orders o on o.order_id = p.order_id
         cross join generate_series(1, array_length($3::numeric[], 1) + 1) as b (bucket)
       where p.kind in ('capture', 'release') and p.created_at >= $1 and p.created_at < $2 and o.status <> 'FAILED'
       group by 1, 2, 3, 4, 5
     ) counted
     group by pool_id, country, service_id, day
     on conflict (pool_id, country, service_id, day) do update set
       delivered = outcomes.delivered + excluded.delivered,
       failed = outcomes.failed + excluded.failed,
       seconds = (select array_agg(coalesce(a, 0) + coalesce(b, 0)) from unnest(outcomes.seconds, excluded.seconds) as u (a, b))`,
    [from, to, bounds],
  );
}

/** One process at a time fills the catalogue, until the transaction ends. */
export async function lockFilling(tx: Tx): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('fill catalog', 0))`);
}
