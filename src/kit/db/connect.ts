import pg from "pg";
import { OnlyReadable } from "./errors.ts";
import { findPooling, isDirect, type Pooling } from "./pooling.ts";
import { connectMilliseconds, onSomeServer, type Servers } from "./servers.ts";

export interface ConnectOptions extends pg.ClientConfig {
  application_name: string;
}

/** A separate connection, to a server that the connection string allows; it has no limits. The caller ends it. */
export function connect(servers: Servers, options: ConnectOptions): Promise<pg.Client> {
  return onSomeServer(servers, (connectionString) => connectTo(servers, { ...options, connectionString }));
}

/** To the server that `connectionString` names and no other. */
export async function connectTo(
  servers: Servers,
  options: ConnectOptions & { connectionString: string },
): Promise<pg.Client> {
  const client = new pg.Client({
    keepAlive: true,
    connectionTimeoutMillis: connectMilliseconds(servers),
    ...options,
  });
  client.on("error", () => {}); // If the connection breaks, the running statement reports it.
  await client.connect();
  if (servers.mustWrite && (await isReadOnlyServer(client, connectMilliseconds(servers)))) {
    await client.end().catch(() => {});
    throw new OnlyReadable("takes no writes, as a standby");
  }
  return client;
}

async function isReadOnlyServer(client: pg.Client, milliseconds: number): Promise<boolean> {
  const query = { text: `show transaction_read_only`, query_timeout: milliseconds };
  const { rows } = await client.query<{ transaction_read_only: string }>(query as pg.QueryConfig);
  return rows[0]?.transaction_read_only === "on";
}

/** What is between us and the server, determined on a connection that was just opened. */
export async function poolingOf(servers: Servers, client: pg.Client): Promise<Pooling> {
  const { rows } = await client.query<{ pid: number }>(`select pg_backend_pid() as pid`);
  return isDirect(client, rows[0]?.pid ?? 0) ? "none" : findPoolingAt(servers, servers.current());
}

/** What the pooler in front of a server does. */
export const findPoolingAt = (servers: Servers, server: string): Promise<Pooling> =>
  findPooling(() =>
    connectTo(servers, {
      connectionString: server,
      application_name: "zapotp",
      query_timeout: connectMilliseconds(servers),
    }),
  );
