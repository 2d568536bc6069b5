import type { Queryable } from "../../kit/db.ts";
import { findValue, type InstallationValue } from "./queries.ts";

/** Stores the value unless there is one; returns the stored one. Waits for others who do the same. */
export async function keepFirst(db: Queryable, name: InstallationValue, value: string): Promise<string> {
  await db.rows(`insert into installation (name, value) values ($1, $2) on conflict do nothing`, [
    name,
    value,
  ]);
  return (await findValue(db, name)) as string;
}

/** Null if another process holds the lock. */
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
