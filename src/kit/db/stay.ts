import type { Queryable } from "../db.ts";

/**
 * A command that uses a server which another command started holds a shared lock; the other stops the server once it
 * gets the lock exclusively. Held by the connection that asked.
 */
const staying = `hashtextextended('zapotp tool stays', 0)`;

/** False if the server is about to stop. */
export async function mayStay(db: Queryable): Promise<boolean> {
  const [row] = await db.rows<{ got: boolean }>(`select pg_try_advisory_lock_shared(${staying}) as got`);
  return row?.got ?? false;
}

/** True if nobody else uses this database, and then nobody will. */
export async function mayStop(db: Queryable): Promise<boolean> {
  const [row] = await db.rows<{ got: boolean }>(
    `select not exists (
       select from pg_stat_activity
       where backend_type = 'client backend' and datname = current_database() and pid <> pg_backend_pid()
     ) and pg_try_advisory_lock(${staying}) as got`,
  );
  return row?.got ?? false;
}
