import type { Queryable } from "../../kit/db.ts";

/** What must be the same for every process on a database, by name. */
export type InstallationValue =
  | "encryption key fingerprint" // Fingerprint of the key that texts are sealed with.
  | "order id key" // The key that order numbers are enciphered with.
  | "push keys" // What push services know us by: the public key, and the private one, sealed.
  | "outcomes counted until"
  | "address"; // The server's address, as recorded at its last start.

export async function findValue(db: Queryable, name: InstallationValue): Promise<string | null> {
  const [row] = await db.rows<{ value: string }>(`select value from installation where name = $1`, [name]);
  return row?.value ?? null;
}
