import type { Queryable } from "../../../kit/db.ts";
import { mostCounted } from "../../../kit/sort.ts";
import type { Removal } from "./take-out.ts";

export interface OwnNumber {
  id: number;
  number: string;
  country: string;
  retiredAt: Date | null;
}

/** Those of the numbers that are in the inventory. */
export function findOwn(db: Queryable, numbers: string[]): Promise<OwnNumber[]> {
  return db.rows(
    `select id, number, country, retired_at as "retiredAt" from numbers where number = any($1::text[])`,
    [numbers],
  );
}

/** How many of the numbers are rented now. */
export async function countRented(db: Queryable, numberIds: number[]): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from numbers n where n.id = any($1::bigint[])
     and exists (select from orders o where o.number = n.number and o.closed_at is null)`,
    [numberIds],
  );
  return row?.n ?? 0;
}

export interface RegisterFilter {
  country: string | null;
  /** Digits that the number contains. */
  contains: string | null;
  state: "in_sale" | "out" | "unregistered" | null;
  /** The last row of the previous page; null: from the start. */
  lastId: number | null;
}

export interface RegisteredNumber {
  id: number;
  number: string;
  country: string;
  pool: string;
  owner: string | null;
  legalBasis: string | null;
  reference: string | null;
  /** YYYY-MM-DD. */
  since: string | null;
  /** When it came into the inventory. */
  addedAt: Date;
  retiredAt: Date | null;
  retiredAs: Removal | null;
  retiredReason: string | null;
}

const fromWanted = `from numbers n join pools p on p.id = n.pool_id left join number_register r on r.number_id = n.id
  where ($1::text is null or n.country = $1)
    and ($2::text is null or strpos(n.number, $2) > 0 or one_number(n.number) = one_number($2))
    and ($3::text is null or case $3 when 'out' then n.retired_at is not null when 'in_sale' then n.retired_at is null
      else n.retired_at is null and r.number_id is null end)`;

const wantedBy = ({ country, contains, state }: RegisterFilter): unknown[] => [country, contains, state];

/** A page of the register: every number of our own, with what is recorded about it, in the order it came in. */
export function listRegister(
  db: Queryable,
  filter: RegisterFilter,
  limit: number,
): Promise<RegisteredNumber[]> {
  return db.rows(
    `select n.id, n.number, n.country, p.name as pool, r.owner, r.legal_basis as "legalBasis", r.reference,
       r.since::text as since, n.created_at as "addedAt", n.retired_at as "retiredAt", n.retired_as as "retiredAs",
       n.retired_reason as "retiredReason"
     ${fromWanted} and ($4::bigint is null or n.id > $4) order by n.id limit $5`,
    [...wantedBy(filter), filter.lastId, limit],
  );
}

/** How many there are, at most one more than anybody counts. */
export async function countRegister(db: Queryable, filter: RegisterFilter): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from (select ${fromWanted} limit ${mostCounted + 1}) counted`,
    wantedBy(filter),
  );
  return row?.n ?? 0;
}

/** How many numbers in sale the register says nothing about. */
export async function countUnregistered(db: Queryable): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from numbers n
     where n.retired_at is null and not exists (select from number_register r where r.number_id = n.id)`,
  );
  return row?.n ?? 0;
}
