import type { Queryable } from "../../../kit/db.ts";
import { listRegister, type RegisterFilter } from "./queries.ts";

const pageSize = 1000;
const head = [
  "number",
  "country",
  "owner",
  "legal_basis",
  "reference",
  "since",
  "pool",
  "added_at",
  "out_since",
  "out_as",
  "out_reason",
];

/** The register as records of a file for an inspector, the names of the columns first. */
export async function* exportRegister(
  db: Queryable,
  filter: Omit<RegisterFilter, "lastId">,
): AsyncGenerator<unknown[]> {
  yield head;
  for (let lastId: number | null = null; ;) {
    const rows = await listRegister(db, { ...filter, lastId }, pageSize);
    for (const row of rows) {
      const { number, country, owner, legalBasis, reference, since, pool, addedAt, retiredAt } = row;
      const out = [retiredAt?.toISOString(), retiredAt && (row.retiredAs ?? "retired"), row.retiredReason];
      yield [number, country, owner, legalBasis, reference, since, pool, addedAt.toISOString(), ...out];
    }
    const last = rows.at(-1);
    if (rows.length < pageSize || !last) return;
    lastId = last.id;
  }
}
