import pg from "pg";
import type { TestApp } from "./app.ts";

/**
 * While a table is locked, what reads it waits. The lock is held by a connection of the test's own: the server's would
 * be ended for doing nothing in a transaction.
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
