import type { Queryable, Tx } from "../../kit/db.ts";

export interface Want {
  poolId: number;
  country: string;
  serviceId: number;
  areaCode: string | null;
  excludePrefixes: string[];
  count: number;
}
export interface FreeNumber {
  /** Place of the want in the list, from 0. */
  want: number;
  id: number;
  number: string;
}

/** A number that is free for a want; or, with nulls, that there is none, so that every want says where it looked from. */
export interface Found {
  want: number;
  /** Null: there is no stock at all. */
  start: number | null;
  id: number | null;
  number: string | null;
}

/** The free numbers of want `w` on one side of its start, locked. Numbers that others are renting right now are passed over. */
const freeNumbers = (side: ">=" | "<"): string => `lateral (
  select n.id, n.number from numbers n
  where n.pool_id = w.pool_id and n.country = w.country and n.retired_at is null
    and n.id ${side} w.start
    and (w.area_code is null or n.area_code = w.area_code)
    and coalesce(
      (select u.rests_until from number_uses u where u.number_id = n.id and u.service_id = w.service_id),
      '-infinity') <= $7 -- A probe per number tried; an anti-join would read the uses of every number first.
    and (w.exclude = '' or not exists (
      select from string_to_table(w.exclude, ',') as x (prefix) where starts_with(n.number, x.prefix)))
  order by n.id limit w.count
  for no key update of n skip locked
) f`;

const wanted = "w (pool_id, country, service_id, area_code, exclude, count";
const unnested = "unnest($1::int[], $2::text[], $3::int[], $4::text[], $5::text[], $6::int[]";
const valuesOf = (wants: Want[], at: Date): unknown[] => [
  wants.map((want) => want.poolId),
  wants.map((want) => want.country),
  wants.map((want) => want.serviceId),
  wants.map((want) => want.areaCode),
  wants.map((want) => want.excludePrefixes.join(",")),
  wants.map((want) => want.count),
  at,
];

/**
 * Locks free numbers for each want, from a random place in the stock up, so that numbers wear evenly and a stock that
 * is nearly used up is not walked through from its start each time.
 */
export function lockFreeNumbers(tx: Tx, wants: Want[], at: Date): Promise<Found[]> {
  return tx.rows(
    `with w as materialized ( -- Or the place would be drawn anew for every number looked at.
       select w.*, (select l.id + floor(random() * (h.id - l.id + 1))::bigint from
         (select id from numbers n where n.pool_id = w.pool_id and n.country = w.country and n.retired_at is null
          order by id limit 1) l,
         (select id from numbers n where n.pool_id = w.pool_id and n.country = w.country and n.retired_at is null
          order by id desc limit 1) h) as start
       from ${unnested}) with ordinality as ${wanted}, ord)
     )
     select (w.ord - 1)::int as want, w.start, f.id, f.number
     from w left join ${freeNumbers(">=")} on true`,
    valuesOf(wants, at),
  );
}

/** The same below the places that were drawn; answers only what there is. */
export function lockFreeNumbersBelow(
  tx: Tx,
  wants: Want[],
  starts: (number | null)[],
  at: Date,
): Promise<FreeNumber[]> {
  return tx.rows(
    `select (w.ord - 1)::int as want, f.id, f.number
     from ${unnested}, $8::bigint[]) with ordinality as ${wanted}, start, ord)
     cross join ${freeNumbers("<")}`,
    [...valuesOf(wants, at), starts],
  );
}

/**
 * Writes that the numbers serve the services from now on; answers those for which that was still possible. A number
 * that another transaction took between look and lock is not among them: its row decides.
 */
export async function takeNumbers(
  tx: Tx,
  takes: { numberId: number; serviceId: number; poolId: number; country: string }[],
  at: Date,
): Promise<Set<string>> {
  const taken = await tx.rows<{ numberId: number; serviceId: number }>(
    `insert into number_uses (number_id, service_id, pool_id, country, rests_until)
     select number_id, service_id, pool_id, country, 'infinity'
     from unnest($1::bigint[], $2::int[], $3::int[], $4::text[]) as t (number_id, service_id, pool_id, country)
     on conflict (number_id, service_id) do update set rests_until = 'infinity', pool_id = excluded.pool_id, country = excluded.country
     where number_uses.rests_until <= $5
     returning number_id as "numberId", service_id as "serviceId"`,
    [
      takes.map((take) => take.numberId),
      takes.map((take) => take.serviceId),
      takes.map((take) => take.poolId),
      takes.map((take) => take.country),
      at,
    ],
  );
  return new Set(taken.map(({ numberId, serviceId }) => `${numberId} ${serviceId}`));
}

export async function restNumbers(
  tx: Tx,
  rests: { numberId: number; serviceId: number; until: Date }[],
): Promise<void> {
  await tx.rows(
    `update number_uses u set rests_until = r.until
     from unnest($1::bigint[], $2::int[], $3::timestamptz[]) as r (number_id, service_id, until)
     where u.number_id = r.number_id and u.service_id = r.service_id`,
    [
      rests.map((rest) => rest.numberId),
      rests.map((rest) => rest.serviceId),
      rests.map((rest) => rest.until),
    ],
  );
}

export interface NewNumber {
  number: string;
  country: string;
  areaCode: string | null;
  lineType: string | null;
}

/** Adds numbers to a pool; answers those that were new. */
export async function insertNumbers(
  tx: Tx,
  poolId: number,
  numbers: NewNumber[],
  at: Date,
): Promise<string[]> {
  const added = await tx.rows<{ number: string }>(
    `insert into numbers (number, pool_id, country, area_code, line_type, created_at)
     select n.number, $1, n.country, n.area_code, n.line_type, $6
     from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as n (number, country, area_code, line_type)
     on conflict (number) do nothing returning number`,
    [
      poolId,
      numbers.map((entry) => entry.number),
      numbers.map((entry) => entry.country),
      numbers.map((entry) => entry.areaCode),
      numbers.map((entry) => entry.lineType),
      at,
    ],
  );
  return added.map(({ number }) => number);
}

export interface KnownNumber {
  number: string;
  poolId: number;
  retiredAt: Date | null;
}

/** Those of the numbers that were added before, retired ones among them. */
export function findNumbers(db: Queryable, numbers: string[]): Promise<KnownNumber[]> {
  return db.rows(
    `select number, pool_id as "poolId", retired_at as "retiredAt" from numbers where number = any($1::text[])`,
    [numbers],
  );
}

export async function lockNumber(tx: Tx, number: string): Promise<KnownNumber | undefined> {
  const [known] = await tx.rows<KnownNumber>(
    `select number, pool_id as "poolId", retired_at as "retiredAt" from numbers where number = $1 for no key update`,
    [number],
  );
  return known;
}

export async function retireNumber(tx: Tx, number: string, at: Date): Promise<void> {
  await tx.rows(`update numbers set retired_at = $2 where number = $1`, [number, at]);
}

export interface NumberFilter {
  poolId: number | null;
  country: string | null;
  /** Digits that the number contains. */
  contains: string | null;
  retired: boolean;
  afterId: number;
}

export interface ListedNumber extends NewNumber {
  id: number;
  poolId: number;
  /** Slugs of the services it is rented for now. */
  rentedFor: string[];
  createdAt: Date;
  retiredAt: Date | null;
}

/** A page of the inventory in the order it was added, from after `afterId`. */
export function listNumbers(db: Queryable, filter: NumberFilter, limit: number): Promise<ListedNumber[]> {
  return db.rows(
    `select n.id, n.number, n.pool_id as "poolId", n.country, n.area_code as "areaCode", n.line_type as "lineType",
       array(select s.slug from number_uses u join services s on s.id = u.service_id
         where u.number_id = n.id and u.rests_until = 'infinity' order by s.slug) as "rentedFor",
       n.created_at as "createdAt", n.retired_at as "retiredAt"
     from numbers n
     where n.id > $1 and ($2::int is null or n.pool_id = $2) and ($3::text is null or n.country = $3)
       and ($4::text is null or n.number like '%' || $4 || '%') and (n.retired_at is not null) = $5
     order by n.id limit $6`,
    [filter.afterId, filter.poolId, filter.country, filter.contains, filter.retired, limit],
  );
}
