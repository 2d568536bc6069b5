import type { Queryable } from "../../kit/db.ts";

/** What must be the same for every process on a database, by name. */
export type InstallationValue =
  | "encryption key fingerprint" // Of the key that texts are sealed with.
  | "order id key" // Order numbers are enciphered with it.
  | "outcomes counted until"
  | "address"; // The server is reached at, as it said when it last started.

/** Stores the value unless there is one; returns the one that is stored then. Waits for others who do the same. */
export async function keepFirst(db: Queryable, name: InstallationValue, value: string): Promise<string> {
  await db.rows(`insert into installation (name, value) values ($1, $2) on conflict do nothing`, [
    name,
    value,
  ]);
  return (await findValue(db, name)) as string;
}

export async function findValue(db: Queryable, name: InstallationValue): Promise<string | null> {
  const [row] = await db.rows<{ value: string }>(`select value from installation where name = $1`, [name]);
  return row?.value ?? null;
}

/** Null where another process has it. */
export async function lockValue(db: Queryable, name: InstallationValue): Promise<string | null> {
  const [row] = await db.rows<{ value: string }>(
    `select value from installation where name = $1 for update skip locked`,
    [name],
  );
  return row?.value ?? null;
}

export async function setValue(db: Queryable, name: InstallationValue, value: string): Promise<void> {
  await db.rows(
    `insert into installation as i (name, value) values ($1, $2)
     on conflict (name) do update set value = $2 where i.value <> $2`,
    [name, value],
  );
}

export async function forgetValue(db: Queryable, name: InstallationValue): Promise<void> {
  await db.rows(`delete from installation where name = $1`, [name]);
}
