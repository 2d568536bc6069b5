import type { Queryable, Tx } from "../../kit/db.ts";
import { formsOf } from "../../kit/one-number.ts";
import { wholeNumber, type SaleTerms } from "../catalog/catalog.ts";
import { unnamedDigits } from "./narrowing.ts";
import { blocks, lockKey } from "./uses/sql.ts";

export interface Want {
  poolId: number;
  country: string;
  familyId: number;
  areaCode: string | null;
  excludePrefixes: string[];
  count: number;
}
export interface FreeNumber {
  /** Place of the want in the list, from 0. */
  want: number;
  number: string;
  id: number;
}

/** A number that is free for a want; or nulls if no number is, so that every want reports where it looked from. */
export interface Found {
  want: number;
  /** Null: there is no stock at all. */
  start: number | null;
  id: number | null;
  number: string | null;
  /** False: a message for it is being received right now, so whether it is free is not known yet. */
  isOurs: boolean | null;
}

/** Whether want `w` excludes number `n`. Prefixes that come too close to a whole number exclude nothing (narrowing.ts). */
const isExcluded = `(w.exclude <> '' and exists (
  select from string_to_table(w.exclude, ',') as x (prefix)
  where starts_with(n.number, x.prefix) and length(x.prefix) <= length(n.number) - ${unnamedDigits}))`;

/** The free numbers of want `w` on one side of its start, locked. Numbers that others are renting right now are passed over. */
const freeNumbers = (side: ">=" | "<"): string => `lateral (
  select n.id, n.number from numbers n
  where n.pool_id = w.pool_id and n.country = w.country and n.retired_at is null
    and n.id ${side} w.start
    and (w.area_code is null or n.area_code = w.area_code)
    -- A probe per number tried; an anti-join would read the uses of every number first.
    and (select not ${blocks("$7", "$8")} from number_uses u
      where u.number = n.number and u.family_id = w.family_id) is not false
    and case when w.family_id = ${wholeNumber}
      then not exists (select from number_uses u where u.number = n.number and ${blocks("$7", "$8")})
      else (select u.rests_until > $7 from number_uses u where u.number = n.number and u.family_id = ${wholeNumber}) is not true
      end
    and not ${isExcluded}
  order by n.id limit w.count
  for no key update of n skip locked
) f`;

const wanted = "w (pool_id, country, family_id, area_code, exclude, count";
const unnested = "unnest($1::int[], $2::text[], $3::int[], $4::text[], $5::text[], $6::int[]";
const isOurs = `pg_try_advisory_xact_lock(${lockKey("one_number(f.number)")}) as "isOurs"`;
const valuesOf = (wants: Want[], { at, usedSince }: SaleTerms): unknown[] => [
  wants.map((want) => want.poolId),
  wants.map((want) => want.country),
  wants.map((want) => want.familyId),
  wants.map((want) => want.areaCode),
  wants.map((want) => want.excludePrefixes.join(",")),
  wants.map((want) => want.count),
  at,
  usedSince,
];

/**
 * Locks free numbers for each want, from a random place in the stock up, so that numbers wear evenly and a stock that
 * is nearly used up is not walked through from its start each time.
 */
export function lockFreeNumbers(tx: Tx, wants: Want[], terms: SaleTerms): Promise<Found[]> {
  return tx.rows(
    `with w as materialized ( -- Or the place would be drawn anew for every number looked at.
       select w.*, (select l.id + floor(random() * (h.id - l.id + 1))::bigint from
         (select id from numbers n where n.pool_id = w.pool_id and n.country = w.country and n.retired_at is null
          order by id limit 1) l,
         (select id from numbers n where n.pool_id = w.pool_id and n.country = w.country and n.retired_at is null
          order by id desc limit 1) h) as start
       from ${unnested}) with ordinality as ${wanted}, ord)
     )
     select (w.ord - 1)::int as want, w.start, f.id, f.number, ${isOurs}
     from w left join ${freeNumbers(">=")} on true`,
    valuesOf(wants, terms),
  );
}

/** The same below the places that were drawn; returns only existing ones. */
export function lockFreeNumbersBelow(
  tx: Tx,
  wants: Want[],
  starts: (number | null)[],
  terms: SaleTerms,
): Promise<Found[]> {
  return tx.rows(
    `select (w.ord - 1)::int as want, w.start, f.id, f.number, ${isOurs}
     from ${unnested}, $9::bigint[]) with ordinality as ${wanted}, start, ord)
     cross join ${freeNumbers("<")}`,
    [...valuesOf(wants, terms), starts],
  );
}

/** A filter on the numbers of a pool. */
export type Wish = Pick<Want, "poolId" | "country" | "areaCode" | "excludePrefixes">;

const stocked = `numbers n where n.pool_id = w.pool_id and n.country = w.country and n.retired_at is null`;

/** How many numbers each filter leaves of its pool's stock, and the size of the stock; counted only as far as needed. */
export function countNumbersLeft(
  db: Queryable,
  wishes: Wish[],
  enough: { left: number; stock: number },
): Promise<{ left: number; stock: number }[]> {
  return db.rows(
    `select
       (select count(*)::int from (select from ${stocked}
         and (w.area_code is null or n.area_code = w.area_code) and not ${isExcluded} limit $5) l) as left,
       (select count(*)::int from (select from ${stocked} limit $6) l) as stock
     from unnest($1::int[], $2::text[], $3::text[], $4::text[])
       with ordinality as w (pool_id, country, area_code, exclude, ord)
     order by w.ord`,
    [
      wishes.map((wish) => wish.poolId),
      wishes.map((wish) => wish.country),
      wishes.map((wish) => wish.areaCode),
      wishes.map((wish) => wish.excludePrefixes.join(",")),
      enough.left,
      enough.stock,
    ],
  );
}

export interface NewNumber {
  number: string;
  country: string;
  areaCode: string | null;
  lineType: string | null;
}

/** Adds numbers to a pool; returns those that were new. */
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

/** One lock for all imports of numbers that can be written in two ways: one for each number would fill the lock table. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('import of numbers in two forms', 0))`);
}

/** However it is written; where both forms are in the inventory, as they could once be, the one that is asked for. */
export async function lockNumber(tx: Tx, number: string): Promise<KnownNumber | undefined> {
  const [known] = await tx.rows<KnownNumber>(
    `select number, pool_id as "poolId", retired_at as "retiredAt" from numbers where number = any($2::text[])
     order by number <> $1 limit 1 for no key update`,
    [number, formsOf(number)],
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
       array(select s.slug from orders o join services s on s.id = o.service_id
         where o.number = n.number and o.closed_at is null order by s.slug) as "rentedFor",
       n.created_at as "createdAt", n.retired_at as "retiredAt"
     from numbers n
     where n.id > $1 and ($2::int is null or n.pool_id = $2) and ($3::text is null or n.country = $3)
       and ($4::text is null or n.number like '%' || $4 || '%') and (n.retired_at is not null) = $5
     order by n.id limit $6`,
    [filter.afterId, filter.poolId, filter.country, filter.contains, filter.retired, limit],
  );
}
