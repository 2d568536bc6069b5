import type { Queryable } from "../../../kit/db.ts";

/** What the database says of itself. */
export async function readServer(db: Queryable): Promise<{ version: string; migrations: string[] }> {
  const [row] = await db.rows<{ version: string; migrations: string[] }>(
    `select current_setting('server_version') as version, array(select name from migrations order by name) as migrations`,
  );
  return row as { version: string; migrations: string[] };
}
