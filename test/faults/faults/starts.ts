import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../../src/kit/postgres-server/port.ts";
import { connectTo, createDatabase } from "../../helpers/own-postgres.ts";
import type { Fault } from "../fault.ts";
import { createServer } from "../server.ts";
import type { World } from "../world.ts";

const encryptionKey = "5a".repeat(32);

/** Starts a server beside the world's; returns what it printed if it did not come up, null if it did. */
async function startAnother(
  folder: string,
  env: { [name: string]: string },
): Promise<{ complaint: string | null; kill(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const server = createServer(
    await freePort(0),
    folder,
    { ENCRYPTION_KEY: encryptionKey, LOG_LEVEL: "error", DATA_DIR: join(folder, "data"), ...env },
    () => {},
  );
  const complaint = await server.start().then(
    () => null,
    (error: Error) => error.message,
  );
  return { complaint, kill: () => server.kill() };
}

function expectRefusal({ record }: World, complaint: string | null, sentence: RegExp): void {
  if (complaint === null || !sentence.test(complaint))
    record.violations.push(
      `a start that must be refused (${sentence.source}) was not: ${complaint ?? "it runs"}`,
    );
}

export const secondServer: Fault = {
  name: "second-server",
  sentence: "a second server on the same DATA_DIR is refused, and the first goes on",
  rounds: 1,
  inject: (_world, { elsewhere }) =>
    elsewhere({ embedded: true }, async (world) => {
      const { complaint, kill } = await startAnother(join(world.folder, "second"), {
        DATA_DIR: join(world.folder, "data"),
      });
      await kill();
      expectRefusal(world, complaint, /Another ZapOTP \(process \d+\) uses the database/);
    }),
};

export const newerSchema: Fault = {
  name: "newer-schema",
  sentence: "an older server on a database that a newer one has migrated is refused and changes nothing",
  rounds: 1,
  async inject(world) {
    const { db, connectionString, folder } = world;
    await db.rows(`insert into migrations (name) values ('9999-of-tomorrow.sql')`);
    const { complaint, kill } = await startAnother(join(folder, "older"), { DATABASE_URL: connectionString });
    await kill();
    expectRefusal(world, complaint, /made by a newer version of ZapOTP \(it has 9999-of-tomorrow\.sql\)/);
    await db.rows(`delete from migrations where name = '9999-of-tomorrow.sql'`);
  },
};

let databases = 0;

export const twoMigrations: Fault = {
  name: "two-migrations",
  sentence: "two servers start at once on an empty database: both come up, and everything is made once",
  rounds: 1,
  async inject(world) {
    const name = `fresh${++databases}`;
    const url = await createDatabase(world.connectionString, name);
    const both = await Promise.all(
      ["one", "other"].map((place) => startAnother(join(world.folder, place), { DATABASE_URL: url })),
    );
    for (const { complaint } of both)
      if (complaint !== null) world.record.violations.push(`of two first starts one failed: ${complaint}`);
    const client = await connectTo(url);
    const { rows } = await client.query<{ what: string; n: number }>(
      `select 'accounts' as what, count(*)::int as n from accounts
       union all select 'operators', count(*)::int from members where role = 'operator'
       union all select 'sandbox sources', count(*)::int from sources where kind = 'sandbox'`,
    );
    await client.end();
    for (const { what, n } of rows)
      if (n !== 1) world.record.violations.push(`two first starts at once made ${n} ${what}`);
    for (const { kill } of both) await kill();
  },
};
