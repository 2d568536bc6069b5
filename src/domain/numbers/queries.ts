import type { Queryable } from "../../kit/db.ts";
import type { Want } from "./want.ts";
import { unnamedDigits } from "./narrowing.ts";
import type { NewNumber } from "./number.ts";

/** Whether want `w` excludes number `n`. Prefixes that come too close to a whole number exclude nothing (narrowing.ts). */
export const isExcluded = `(w.exclude <> '' and exists (
  select from string_to_table(w.exclude, ',') as x (prefix)
  where starts_with(n.number, x.prefix) and length(x.prefix) <= length(n.number) - ${unnamedDigits}))`;

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

/** Whether a number was taken out by the decision of a case (cases/abuse/decide.ts writes the reason). */
export const isOutByCase = `(retired_at is not null and retired_as is null and coalesce(retired_reason, '') ~ '^case R[0-9]+$')`;

export interface KnownNumber {
  number: string;
  poolId: number;
  retiredAt: Date | null;
}

/** Those of the numbers that were added before, including retired ones. */
export function findNumbers(db: Queryable, numbers: string[]): Promise<KnownNumber[]> {
  return db.rows(
    `select number, pool_id as "poolId", retired_at as "retiredAt" from numbers where number = any($1::text[])`,
    [numbers],
  );
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
       and ($4::text is null or n.number like '%' || $4 || '%' or one_number(n.number) = one_number($4)) and (n.retired_at is not null) = $5
     order by n.id limit $6`,
    [filter.afterId, filter.poolId, filter.country, filter.contains, filter.retired, limit],
  );
}
