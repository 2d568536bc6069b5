import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { createKey, usualKey } from "../../src/domain/accounts/create-key.ts";
import { acceptTerms } from "../../src/domain/accounts/standing/accept-terms.ts";
import { terms } from "../../src/domain/accounts/terms.ts";
import { restoreBackup } from "../../src/edges/cli/backup/restore.ts";
import { takeBackup } from "../../src/edges/cli/backup/take.ts";
import { verifyBackup } from "../../src/edges/cli/backup/verify.ts";
import { knownMigrations } from "../../src/edges/cli/schema.ts";
import { openDb, type Db } from "../../src/kit/db.ts";
import { createLog } from "../../src/kit/log.ts";
import { migrate } from "../../src/kit/migrate.ts";
import { migrationsFolder } from "../../src/kit/paths.ts";
import { startTestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor } from "../helpers/client.ts";
import { rent, sms } from "../helpers/orders.ts";
import { createTestDatabase, withoutTables } from "../helpers/postgres.ts";
import { compareContents, readContents, type Meant } from "./contents.ts";
import { readRows } from "./rows.ts";

/*
 * A database grows through every version in turn: each version's rows are those of the previous one, migrated, plus
 * `test/migrations/NAME.sql`, with rows for what the version added. Such a database was left just now, because an
 * update takes no longer: times in those files are `now()`, `now() - interval '1 hour'`, or literals as if it were
 * 21:48 UTC on 2026-11-25 ('2026-11-25 21:35:32+00', '2026-11-25'), and `rows.ts` shifts literals to the present. So
 * the rows have the same age on every day, and nothing here may depend on the day.
 */

/** Intended changes of migrations to existing rows, by the migration's name. */
const meant: Record<string, Meant> = {
  "0009-whose-code.sql": { tables: ["number_uses"] }, // By digits and families; whose-code.test.ts checks the rows.
  // Parts now belong to a long message; waiting ones wait in the new form.
  "0010-whole-messages.sql": { tables: ["message_parts"] },
  // Invitations end if their inviter cannot be identified or is gone.
  "0012-members.sql": { tables: ["invitations"] },
  // Accounts that the operator opened have accepted the statement on lawful use.
  "0021-limits.sql": { columns: ["accounts.terms_version"] },
  // Requests are about the past, without addresses, and erased ones without legal basis and whoever recorded them.
  "0026-exact-releases.sql": {
    columns: ["from_at", "to_at", "created_by", "legal_basis"].map(
      (column) => `authority_requests.${column}`,
    ),
  },
};

export const migrations = knownMigrations();
/** Created by the fixture of the first version. */
const order = {
  shop: 1,
  finished: "882453246",
  code: "314-160",
  received: "1269636837",
  receivedCode: "271-828",
};

async function openEmpty(t: TestContext): Promise<{ connectionString: string; db: Db }> {
  const database = await createTestDatabase(withoutTables);
  const db = openDb({ ...database, log: createLog("silent"), maxConnections: 1 });
  t.after(async () => {
    await db.end();
    await database.drop();
  });
  return { connectionString: database.connectionString, db };
}

/** A database as a server of that version left it just now. */
async function grow(t: TestContext, place: number): Promise<{ connectionString: string; db: Db }> {
  const database = await openEmpty(t);
  const now = new Date();
  for (const name of migrations.slice(0, place + 1)) {
    await migrate(database.connectionString, migrationsFolder, [name]);
    for (const statement of readRows(name, now)) await database.db.rows(statement);
  }
  return database;
}

const changesSince = (place: number): Meant => {
  const later = migrations.slice(place + 1).map((name) => meant[name] ?? {});
  return {
    tables: later.flatMap(({ tables = [] }) => tables),
    columns: later.flatMap(({ columns = [] }) => columns),
  };
};

/** Tests that a database of the version is migrated without loss, restored from its backup, and served. */
export function testVersion(place: number): void {
  const last = migrations[place];
  test(`a database of ${last} with data in it becomes one of today, and is served`, async (t) => {
    const { connectionString, db } = await grow(t, place);
    const before = await readContents(db);
    const empty = [...before].filter(([, rows]) => rows.length === 0).map(([table]) => table);
    assert.deepEqual(
      empty,
      [],
      `No row tries what later migrations do to ${empty.join(", ")}: write some into test/migrations/${last}.`,
    );
    const folder = mkdtempSync(join(tmpdir(), "zapotp-earlier-"));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "backup.tar.gz");
    await takeBackup(connectionString, file, () => {});

    assert.deepEqual(await migrate(connectionString, migrationsFolder), migrations.slice(place + 1));
    assert.deepEqual(compareContents(before, await readContents(db), changesSince(place)), []);
    await assertBooks(db);

    const other = await openEmpty(t);
    const restored = await restoreBackup(other.connectionString, file, await verifyBackup(file), () => {});
    assert.deepEqual(restored.migrated, migrations.slice(place + 1));
    assert.deepEqual(restored.books.faults, []);
    assert.deepEqual(compareContents(before, await readContents(other.db), changesSince(place)), []);
    await serve(other.connectionString);
  });
}

/** Old codes can be read, and new orders made. */
async function serve(connectionString: string): Promise<void> {
  const shared = await startTestApp();
  const app = await startTestApp({}, { ...shared, connectionString });
  try {
    const [wallet] = await app.db.rows<{ id: number }>(
      `select id from wallets where account_id = $1 and mode = 'live'`,
      [order.shop],
    );
    const shop = { id: wallet?.id ?? 0, mode: "live" as const };
    const { key } = await app.db.transaction((tx) =>
      createKey(tx, shop, { ...usualKey, actor: "test" }, app.clock.now()),
    );
    const client = clientFor(app, key);
    assert.equal((await sms(client, { order_id: order.received })).sms_code, order.receivedCode);
    const old = await sms(client, { order_id: order.finished });
    assert.deepEqual(
      [old.status, old.messages.map(({ code }) => code)],
      ["RECEIVED", ["314-159", "314-160"]],
    );
    // The statement on lawful use has changed since it was accepted.
    const { version } = terms;
    const whose = { accountId: order.shop, detail: {}, actor: "test" };
    await acceptTerms(app, { version, current: version, ...whose });
    await rent(client);
    await assertBooks(app.db);
  } finally {
    await app.close();
    await shared.close();
  }
}
