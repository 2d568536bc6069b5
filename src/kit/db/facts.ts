import type { Queryable } from "../db.ts";

/** Names of the migrations that were run; none in a database that no server has used yet. */
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

/** The version of the server, and the migrations that were run. */
export async function readServer(db: Queryable): Promise<{ version: string; migrations: string[] }> {
  const [row] = await db.rows<{ version: string; migrations: string[] }>(
    `select current_setting('server_version') as version, array(select name from migrations order by name) as migrations`,
  );
  return row as { version: string; migrations: string[] };
}

/** Throws if the database cannot be reached. */
export async function ping(db: Queryable): Promise<void> {
  await db.rows(`select 1`);
}
