import type { Queryable } from "../../kit/db.ts";

/** Names of the migrations that were run; none in a database that was never started on. */
export async function listMigrations(db: Queryable): Promise<string[]> {
  const [table] = await db.rows<{ found: boolean }>(`select to_regclass('migrations') is not null as found`);
  if (!table?.found) return [];
  return (await db.rows<{ name: string }>(`select name from migrations order by name`)).map(
    ({ name }) => name,
  );
}

export interface ServerFacts {
  version: string;
  /** As `server_version_num`: 180001. */
  versionNumber: number;
  fsync: string;
  synchronousCommit: string;
  fullPageWrites: string;
  maxConnections: number;
}

export async function readServerFacts(db: Queryable): Promise<ServerFacts> {
  const [facts] = await db.rows<ServerFacts>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as "versionNumber",
       current_setting('fsync', true) as fsync, current_setting('synchronous_commit', true) as "synchronousCommit",
       current_setting('full_page_writes', true) as "fullPageWrites",
       current_setting('max_connections')::int as "maxConnections"`,
  );
  return facts as ServerFacts;
}

export async function readDatabaseTime(db: Queryable): Promise<Date> {
  const [row] = await db.rows<{ at: Date }>(`select clock_timestamp() as at`);
  return (row as { at: Date }).at;
}

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
