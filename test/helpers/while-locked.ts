import pg from "pg";
import type { TestApp } from "./app.ts";

/**
 * While a table is locked, whatever reads it waits. A separate connection holds the lock: the server's own would be
 * ended for being idle in a transaction.
 */
export async function whileLocked(
  { connectionString }: TestApp,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`begin; lock table ${table} in access exclusive mode`);
    await work();
  } finally {
    await client.end();
  }
}
