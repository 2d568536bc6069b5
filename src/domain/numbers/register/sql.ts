import type { Tx } from "../../../kit/db.ts";
import type { Facts } from "./facts.ts";
import type { OwnNumber } from "./queries.ts";

/** Records the facts of numbers, in place of earlier ones. */
export async function upsertFacts(tx: Tx, facts: (Facts & { numberId: number })[], at: Date): Promise<void> {
  await tx.rows(
    `insert into number_register (number_id, owner, legal_basis, reference, since, recorded_at)
     select *, $6 from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::date[])
     on conflict (number_id) do update set owner = excluded.owner, legal_basis = excluded.legal_basis,
       reference = excluded.reference, since = excluded.since, recorded_at = excluded.recorded_at`,
    [
      facts.map((one) => one.numberId),
      facts.map((one) => one.owner),
      facts.map((one) => one.legalBasis),
      facts.map((one) => one.reference),
      facts.map((one) => one.since),
      at,
    ],
  );
}

/** Those of the numbers that are in the inventory, locked: no rent takes one of them any more. */
export function lockOwn(tx: Tx, numbers: string[]): Promise<OwnNumber[]> {
  return tx.rows(
    `select id, number, country, retired_at as "retiredAt" from numbers where number = any($1::text[])
     order by number for no key update`,
    [numbers],
  );
}

export async function takeOutOfSale(
  tx: Tx,
  numbers: { numberId: number; status: string; reason: string | null }[],
  at: Date,
): Promise<void> {
  await tx.rows(
    `update numbers n set retired_at = $4, retired_as = t.status, retired_reason = t.reason
     from unnest($1::bigint[], $2::text[], $3::text[]) as t (number_id, status, reason) where n.id = t.number_id`,
    [
      numbers.map((one) => one.numberId),
      numbers.map((one) => one.status),
      numbers.map((one) => one.reason),
      at,
    ],
  );
}
