import { join } from "node:path";
import { Client } from "pg";
import { startPostgres } from "../../src/kit/postgres-server/start.ts";
import { stopLater } from "./teardown.ts";

export interface BenchPostgres {
  connectionString: string;
  /** A new empty database; returns its address. */
  createDatabase(name: string): Promise<string>;
  /** Forces a checkpoint, so that a round does not pay for the previous one. */
  checkpoint(): Promise<void>;
}

/** The embedded server with the settings that we ship: durable. */
export async function startBenchPostgres(folder: string): Promise<BenchPostgres> {
  const { connectionString, stop } = await startPostgres({
    dataDir: join(folder, "postgres"),
    log: () => {},
  });
  stopLater("PostgreSQL", stop);
  const run = async (sql: string): Promise<void> => {
    const client = await openClient(connectionString);
    await client.query(sql).finally(() => client.end());
  };
  return {
    connectionString,
    async createDatabase(name) {
      await run(`create database ${name}`);
      const url = new URL(connectionString);
      url.pathname = `/${name}`;
      return url.href;
    },
    checkpoint: () => run("checkpoint"),
  };
}

export async function openClient(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on("error", () => {}); // If the bench is interrupted, it ends with the server.
  await client.connect();
  return client;
}
