import pg from "pg";
import type { Queryable } from "../../../kit/db.ts";

/** A connection of one's own: rows stream over it for as long as they take. */
export interface Connection extends Queryable {
  client: pg.Client;
}

export async function withConnection<T>(
  connectionString: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: "zapotp backup", keepAlive: true });
  client.on("error", () => {}); // Of a connection that breaks, the statement under way tells.
  await client.connect();
  try {
    const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
      (await client.query(text, values)).rows as Row[];
    await rows(`set statement_timeout = 0`);
    await rows(`set idle_in_transaction_session_timeout = 0`);
    await rows(`set timezone = 'UTC'`);
    return await work({ client, rows });
  } finally {
    await client.end().catch(() => {});
  }
}
