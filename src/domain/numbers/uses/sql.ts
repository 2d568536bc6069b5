import type { Queryable, Tx } from "../../../kit/db.ts";
import { formsOf } from "../../../kit/one-number.ts";
import { limitedByCountry } from "../../catalog/policies/queries.ts";
import { wholeNumber, type CataloguedService, type SaleTerms } from "../../catalog/catalog.ts";
import type { FamilyChange } from "../../catalog/families/set-families.ts";
import type { NewUse } from "./use.ts";
import { blocks, rests } from "./queries.ts";

/**
 * The lock of a number, by its digits: whoever changes its uses holds it to the end of the transaction (messages,
 * suppliers' numbers, rents). So its holder sees everything that was decided about the number before.
 */
export const lockKey = (number: string): string => `hashtextextended('number ' || ${number}, 0)`;

/** Waits for the locks of the numbers in an array, in the same order everywhere, to avoid deadlocks. */
export const locksOf = (numbers: string): string =>
  `select count(pg_advisory_xact_lock(${lockKey("number")}))
   from (select number from unnest(${numbers}) as n (number) group by number order by number collate "C") n`;

export async function lockNumbersByDigits(tx: Tx, numbers: string[]): Promise<void> {
  await tx.rows(locksOf("$1::text[]"), [numbers.flatMap(formsOf)]);
}

/** A number that can be written in two ways has its uses under both, so a look-up by either finds all of them. */
const inEachForm = <T extends { number: string }>(entries: T[]): T[] =>
  entries.flatMap((entry) => formsOf(entry.number).map((number) => ({ ...entry, number })));

export interface Take {
  number: string;
  familyId: number;
}

/**
 * Records that the numbers serve the families from now on; returns those for which that was still possible, as
 * `number familyId`. The caller holds the numbers' locks, taken by an earlier statement, so changes by others since the
 * numbers were selected are visible here. No number may be given both as a whole and for another
 * family, nor twice for one family: neither row would see the other.
 */
export async function takeNumbers(tx: Tx, takes: Take[], { at, usedSince }: SaleTerms): Promise<Set<string>> {
  const forms = inEachForm(takes);
  const taken = await tx.rows<Take>(
    `insert into number_uses (number, family_id, rests_until)
     select t.number, t.family_id, 'infinity' from unnest($1::text[], $2::int[]) as t (number, family_id)
     where not exists (select from number_uses u where u.number = t.number
       and case when t.family_id = ${wholeNumber} then ${blocks("$3", "$4")} else ${rests("$3")} end)
     on conflict (number, family_id) do update set rests_until = 'infinity'
     where number_uses.rests_until <= $3 and (number_uses.used_at is null or number_uses.used_at <= $4)
     returning number, family_id as "familyId"`,
    [forms.map((take) => take.number), forms.map((take) => take.familyId), at, usedSince],
  );
  return new Set(taken.map(({ number, familyId }) => `${number} ${familyId}`));
}

export interface Rest extends Take {
  until: Date;
  /** Whether it is kept by later orders, even those without a code, which would otherwise shorten it. */
  isKept: boolean;
}

/** Lets numbers that served an order rest, at least for as long as an earlier order requires. */
export async function restNumbers(tx: Tx, rests: Rest[]): Promise<void> {
  const forms = inEachForm(rests);
  await tx.rows(
    `update number_uses u set rests_until = greatest(r.until, u.rest_kept_until),
       rest_kept_until = case when r.is_kept then greatest(r.until, u.rest_kept_until) else u.rest_kept_until end
     from unnest($1::text[], $2::int[], $3::timestamptz[], $4::boolean[]) as r (number, family_id, until, is_kept)
     where u.number = r.number and u.family_id = r.family_id`,
    [
      forms.map((rest) => rest.number),
      forms.map((rest) => rest.familyId),
      forms.map((rest) => rest.until),
      forms.map((rest) => rest.isKept),
    ],
  );
}

/** Records who saw a message about which families, each number and family once. The caller holds the numbers' locks. */
export async function recordUses(tx: Tx, uses: NewUse[], at: Date): Promise<void> {
  const forms = inEachForm(uses);
  await tx.rows(
    `insert into number_uses as u (number, family_id, rests_until, rest_kept_until, account_id, used_at)
     select n.number, n.family_id, coalesce(n.rests_until, '-infinity'), n.rests_until, n.account_id, $5::timestamptz
     from unnest($1::text[], $2::int[], $3::bigint[], $4::timestamptz[]) as n (number, family_id, account_id, rests_until)
     on conflict (number, family_id) do update set
       rests_until = greatest(u.rests_until, excluded.rests_until),
       rest_kept_until = greatest(u.rest_kept_until, excluded.rest_kept_until),
       account_id = excluded.account_id,
       used_at = greatest(u.used_at, excluded.used_at),
       others_used_at = case when u.account_id = excluded.account_id then u.others_used_at else u.used_at end`,
    [
      forms.map((use) => use.number),
      forms.map((use) => use.familyId),
      forms.map((use) => use.accountId),
      forms.map((use) => use.restsUntil),
      at,
    ],
  );
}

/** Deletes uses that no longer block anything, in batches; returns how many. Locked ones are skipped. */
export async function deleteUsesBefore(
  db: Queryable,
  { at, usedSince }: SaleTerms,
  limit: number,
): Promise<number> {
  const deleted = await db.rows(
    `delete from number_uses where (number, family_id) in (
       select u.number, u.family_id from number_uses u where not ${blocks("$1", "$2")} is true
       limit $3 for update skip locked)
     returning 1`,
    [at, usedSince, limit],
  );
  return deleted.length;
}

/** Locks the numbers, then looks up the services of the catalogue by their slugs. */
export async function lockAndFindServices(
  tx: Tx,
  numbers: string[],
  slugs: string[],
): Promise<Map<string, CataloguedService>> {
  const rows = await tx.rows<CataloguedService | { slug: null }>(
    `select s.slug, s.family_id as "familyId", s.signs_in as "signsIn", s.restricted,
       ${limitedByCountry} as limited
     from (${locksOf("$1::text[]")}) locked left join services s on s.slug = any($2::text[])`,
    [numbers, slugs],
  );
  return new Map(rows.flatMap((row) => (row.slug === null ? [] : [[row.slug, row]])));
}

/** If several rows become one, the latest use is its use, and the latest one by anybody else is the other. */
export async function moveUses(tx: Tx, changes: FamilyChange[]): Promise<void> {
  const values = [changes.map(({ from }) => from), changes.map(({ to }) => to)];
  await tx.rows(
    `with joined as (
       select u.*, c.new_id from number_uses u
       join (select unnest($1::int[]) as old_id, unnest($2::int[]) as new_id union select i, i from unnest($2::int[]) as i) c
         on c.old_id = u.family_id
     ), latest as (
       select distinct on (number, new_id) number, new_id, account_id, used_at from joined
       order by number, new_id, used_at desc nulls last
     )
     insert into number_uses (number, family_id, rests_until, account_id, used_at, others_used_at)
     select j.number, j.new_id, max(j.rests_until), l.account_id, l.used_at,
       max(case when j.account_id = l.account_id then j.others_used_at else j.used_at end)
     from joined j join latest l using (number, new_id)
     group by j.number, j.new_id, l.account_id, l.used_at
     on conflict (number, family_id) do update set rests_until = excluded.rests_until, account_id = excluded.account_id,
       used_at = excluded.used_at, others_used_at = excluded.others_used_at`,
    values,
  );
  await tx.rows(
    `delete from number_uses u where u.family_id <> ${wholeNumber}
       and not exists (select from services s where s.family_id = u.family_id)`,
  );
}

/** If a row was open but the open order's service did not move along, its copy is closed. */
export async function closeCopies(tx: Tx): Promise<void> {
  await tx.rows(
    `update number_uses u set rests_until = now() where u.rests_until = 'infinity' and not exists (
       select from orders o join services s on s.id = o.service_id
       where one_number(o.number) = one_number(u.number) and o.closed_at is null and s.family_id = u.family_id)`,
  );
}
