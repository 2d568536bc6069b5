import type { Tx } from "../../kit/db.ts";
import { formsOf } from "../../kit/one-number.ts";
import { isUnheard } from "../lines/queries.ts";
import { wholeNumber, type SaleTerms } from "../catalog/catalog.ts";
import type { Want } from "./want.ts";
import type { NewNumber } from "./number.ts";
import { isExcluded, isOutByCase, type KnownNumber } from "./queries.ts";
import { blocks } from "./uses/queries.ts";
import { lockKey } from "./uses/sql.ts";

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

/**
 * The free numbers of want `w` on one side of its start, locked. Numbers that others are renting right now are
 * skipped.
 */
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
    and not (select ${isUnheard("n")})
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
 * Locks free numbers for each want, from a random position in the stock upwards, so that numbers are used evenly and
 * a nearly empty stock is not scanned from its start each time.
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

/** The same below the random positions; returns only existing ones. */
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

/** One lock for all imports of numbers that can be written in two ways: one for each number would fill the lock table. */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('import of numbers in two forms', 0))`);
}

/** In any form; if both forms are in the inventory, as was once possible, the requested one. */
export async function lockNumber(tx: Tx, number: string): Promise<KnownNumber | undefined> {
  const [known] = await tx.rows<KnownNumber>(
    `select number, pool_id as "poolId", retired_at as "retiredAt" from numbers where number = any($2::text[])
     order by number <> $1 limit 1 for no key update`,
    [number, formsOf(number)],
  );
  return known;
}

export async function retireNumber(
  tx: Tx,
  number: string,
  { at, reason }: { at: Date; reason: string | null },
): Promise<void> {
  await tx.rows(`update numbers set retired_at = $2, retired_reason = $3 where number = $1`, [
    number,
    at,
    reason,
  ]);
}

/** Puts a number back that a case took out; returns why it was out, null if no case took it out. */
export async function putNumberBack(tx: Tx, number: string): Promise<string | null> {
  const [row] = await tx.rows<{ reason: string }>(
    `with taken as (select id, retired_reason from numbers where number = $1 and ${isOutByCase})
     update numbers n set retired_at = null, retired_reason = null from taken where n.id = taken.id
     returning taken.retired_reason as reason`,
    [number],
  );
  return row?.reason ?? null;
}
