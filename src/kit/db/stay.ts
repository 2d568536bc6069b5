import type { Queryable } from "../db.ts";

/**
 * Commands that find a server which another command started for itself tell it so by a lock; it stops when it gets
 * the lock alone. Held by the connection that asked.
 */
const staying = `hashtextextended('zapotp tool stays', 0)`;

/** False when the server is about to stop. */
export async function mayStay(db: Queryable): Promise<boolean> {
  const [row] = await db.rows<{ got: boolean }>(`select pg_try_advisory_lock_shared(${staying}) as got`);
  return row?.got ?? false;
}

/** True when nobody else is on this database, and from then on nobody will be. */
export async function mayStop(db: Queryable): Promise<boolean> {
  const [row] = await db.rows<{ got: boolean }>(
    `select not exists (
       select from pg_stat_activity
       where backend_type = 'client backend' and datname = current_database() and pid <> pg_backend_pid()
     ) and pg_try_advisory_lock(${staying}) as got`,
  );
  return row?.got ?? false;
}
