import type { Queryable } from "../../kit/db.ts";

/** What must be the same for every process on a database, by name. */
export type InstallationValue =
  | "encryption key fingerprint" // Of the key that texts are sealed with.
  | "order id key" // Order numbers are enciphered with it.
  | "outcomes counted until"
  | "address"; // The server is reached at, as it said when it last started.

export async function findValue(db: Queryable, name: InstallationValue): Promise<string | null> {
  const [row] = await db.rows<{ value: string }>(`select value from installation where name = $1`, [name]);
  return row?.value ?? null;
}
