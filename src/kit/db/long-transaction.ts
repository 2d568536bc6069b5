import type pg from "pg";
import type { Queryable } from "../db.ts";
import { connect } from "./connect.ts";
import { serversOf } from "./servers.ts";

/** A separate connection: rows stream over it for as long as necessary. */
export interface Connection extends Queryable {
  client: pg.Client;
}

const beginnings = { read: "begin isolation level repeatable read read only", write: "begin" };

/** Does the work in one transaction without time limits, on a connection that ends with it. */
export async function withConnection<T>(
  connectionString: string,
  kind: keyof typeof beginnings,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const client = await connect(serversOf(connectionString), { application_name: "zapotp backup" });
  try {
    const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
      (await client.query(text, values)).rows as Row[];
    await rows(beginnings[kind]);
    // For this transaction only, and none of these statements takes its snapshot: a pooler may lend the connection to
    // others.
    await rows(`set local statement_timeout = 0`);
    await rows(`set local idle_in_transaction_session_timeout = 0`);
    await rows(`set local timezone = 'UTC'`);
    const result = await work({ client, rows });
    await rows(`commit`);
    return result;
  } finally {
    await client.end().catch(() => {});
  }
}
