import type { Queryable } from "../../kit/db.ts";
import type { Mode } from "../wallet/wallet.ts";
import { sandboxCategory, type CountryRule, type Service } from "./catalog.ts";

export interface CountryRow {
  code: string;
  name: string;
  dialCode: string;
  services: number;
  numbers: number;
}

/** Whether service `s` is offered in a mode: the services that simulate failures are for test keys only. */
export const isOffered = (mode: string): string => `(s.category <> '${sandboxCategory}' or ${mode} = 'test')`;

/** Whether service `s` may be rented in a mode. */
export const mayBeRented = (mode: string): string => `not s.restricted and ${isOffered(mode)}`;

/** Countries with the services one may rent there and the numbers of the mode's inventory. */
export function listCountries(
  db: Queryable,
  mode: Mode,
  { sanctioned }: CountryRule = { sanctioned: [] },
): Promise<CountryRow[]> {
  return db.rows(
    `select c.code, c.name, c.dial_code as "dialCode",
       (select count(*)::int from services s where ${mayBeRented("$1")}) as services,
       coalesce(k.n, 0) as numbers
     from countries c
     left join (
       select n.country, count(*)::int as n from numbers n join pools p on p.id = n.pool_id
       where p.mode = $1 and p.retired_at is null and n.retired_at is null group by n.country
     ) k on k.country = c.code
     where c.code <> all($2::text[])
     order by c.name`,
    [mode, sanctioned],
  );
}

export async function findCountry(
  db: Queryable,
  code: string,
): Promise<{ code: string; name: string; dialCode: string } | undefined> {
  const [country] = await db.rows<{ code: string; name: string; dialCode: string }>(
    `select code, name, dial_code as "dialCode" from countries where code = $1`,
    [code],
  );
  return country;
}

export async function findService(db: Queryable, nameOrAlias: string): Promise<Service | undefined> {
  const [service] = await db.rows<Service>(
    `select id, slug, name, category, restricted from services
     where id = coalesce((select id from services where slug = $1), (select service_id from service_aliases where alias = $1))`,
    [nameOrAlias],
  );
  return service;
}

export function listServices(db: Queryable): Promise<(Service & { aliases: string[] })[]> {
  return db.rows(
    `select s.id, s.slug, s.name, s.category, s.restricted,
       coalesce(array_agg(a.alias) filter (where a.alias is not null), '{}') as aliases
     from services s left join service_aliases a on a.service_id = s.id group by s.id order by s.slug`,
  );
}
