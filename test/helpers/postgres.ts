import { randomBytes } from "node:crypto";
import pg from "pg";

/**
 * The PostgreSQL that scripts/test.ts started, with a migrated template database in it. Run a single file with
 * `npm test -- path/to/file.test.ts`.
 */
export function serverUrl(): string {
  const url = process.env["TEST_DATABASE_URL"];
  if (!url) throw new Error("TEST_DATABASE_URL is not set: run tests with `npm test -- <file>`.");
  return url;
}

export const templateName = "zapotp_template";

/** For `createTestDatabase`. */
export const withoutTables = "template0";

export interface TestDatabase {
  connectionString: string;
  drop(): Promise<void>;
}

/** A separate database, cloned from the template in a few milliseconds; or an empty one, without tables. */
export async function createTestDatabase(template = templateName): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { connectionString: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await retry(() => client.query(sql));
  } finally {
    await client.end();
  }
}

/** With two clones at once the template may be in use for a moment. */
async function retry(work: () => Promise<unknown>, tries = 20): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as { code?: string }).code !== "55006" || tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
    await retry(work, tries - 1);
  }
}
