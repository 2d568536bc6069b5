import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { updateCatalog } from "../src/domain/orders/update-catalog.ts";
import { openDb } from "../src/kit/db.ts";
import { createLog } from "../src/kit/log.ts";
import { migrate } from "../src/kit/migrate.ts";
import { startPostgres } from "../src/kit/postgres-server/start.ts";
import { migrationsFolder } from "../src/kit/paths.ts";
import { templateName } from "../test/helpers/postgres.ts";

/** A server for the tests only, removed afterwards. It need not survive a crash, so it does not wait for the disk. */
export async function withDatabase<T>(work: (connectionString: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "zapotp-test-"));
  chmodSync(dataDir, 0o711); // As root the database runs as another user, which needs access.
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "300",
  };
  const server = await startPostgres({ dataDir: join(dataDir, "postgres"), log: () => {}, settings });
  try {
    return await work(server.connectionString);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * A migrated database with its catalogue, of which each test file gets a copy: the server would fill the catalogue
 * anew in every copy. Returns its address.
 */
export async function createTemplate(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  const url = new URL(connectionString);
  url.pathname = `/${templateName}`;
  await migrate(url.href, migrationsFolder);
  await fillCatalog(url.href);
  return url.href;
}

async function fillCatalog(connectionString: string): Promise<void> {
  const db = openDb({ connectionString, log: createLog("error") });
  await updateCatalog({ db });
  await db.end();
}
