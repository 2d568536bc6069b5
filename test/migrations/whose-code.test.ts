import assert from "node:assert/strict";
import { test } from "node:test";
import type { FamilyEntry } from "../../src/domain/catalog/data.ts";
import { setFamilies } from "../../src/domain/catalog/families/set-families.ts";
import { followFamilies, updateCatalog } from "../../src/domain/orders/update-catalog.ts";
import { knownMigrations } from "../../src/edges/cli/schema.ts";
import { openDb, type Db } from "../../src/kit/db.ts";
import { createLog } from "../../src/kit/log.ts";
import { migrate } from "../../src/kit/migrate.ts";
import { migrationsFolder } from "../../src/kit/paths.ts";
import { startTestApp } from "../helpers/app.ts";
import { createTestDatabase, withoutTables } from "../helpers/postgres.ts";
import { readRows } from "./rows.ts";

const last = "0008-operator.sql";

interface Row {
  number: string;
  service: string;
  account: number | null;
  used: string | null;
  others: string | null;
  open: boolean;
}

/** What numbers are used for; families are called by the service that names them. */
const usesIn = (db: Db): Promise<Row[]> =>
  db.rows(
    `select u.number, coalesce(s.slug, 'whole') as service, u.account_id as account, u.rests_until = 'infinity' as open,
       to_char(u.used_at, 'MI:SS') as used, to_char(u.others_used_at, 'MI:SS') as others
     from number_uses u left join services s on s.id = u.family_id order by 1, 2`,
  );

test("what numbers were used for is taken from the orders and messages of before", async (t) => {
  const database = await createTestDatabase(withoutTables);
  const db = openDb({ ...database, log: createLog("silent"), maxConnections: 1 });
  t.after(async () => {
    await db.end();
    await database.drop();
  });
  const before = knownMigrations().filter((name) => name <= last);
  for (const name of before) {
    await migrate(database.connectionString, migrationsFolder, [name]);
    for (const statement of readRows(name, new Date())) await db.rows(statement);
  }
  const number = "15550100004"; // Account 1 got WhatsApp on it, finished; account 2 gave up Telegram there.
  const tell = (
    account: number,
    orderId: number,
    service: string,
    named: string | null,
    at: string,
  ): Promise<unknown> =>
    db.rows(
      `with o as (
         insert into orders (order_id, wallet_id, seq, service_id, country, provider, pool_id, number_id, number, supplier,
           duration, status, price_minor, created_at, expires_at, cancellable_at, ended_at, closed_at)
         select $1::int, w.id, $1::int, s.id, 'US', 'global', 1, 5, '${number}', 'inventory', 'generic', 'FINISHED', 1, now(), now(), now(), now(), now()
         from wallets w, services s where w.account_id = $2 and w.mode = 'live' and s.slug = $3 returning order_id)
       insert into messages (source_id, source_key, number, sender, order_id, state, service, received_at)
       select 2, 'told ' || $1::int, '${number}', 'x', order_id, 'delivered', $4, date_trunc('hour', now()) + $5::interval from o`,
      [orderId, account, service, named, at],
    );
  await db.rows(
    `insert into services (slug, name, category, restricted) values ('other', 'Any other', 'other', false)`,
  );
  await tell(1, 901, "google", "google", "1 minute");
  await tell(2, 902, "google", "google", "2 minutes");
  await tell(2, 903, "google", "telegram", "3 minutes");
  await tell(2, 904, "other", "viber-of-no-catalogue", "4 minutes");
  await tell(1, 905, "telegram", null, "5 minutes");
  await tell(1, 906, "google", "google", "6 minutes");
  await migrate(database.connectionString, migrationsFolder);

  const rows = await usesIn(db);
  const on = (digits: string): [string, number | null, string | null, string | null, boolean][] =>
    rows
      .filter((row) => row.number === digits && row.service !== "whatsapp")
      .map(({ service, account, used, others, open }) => [service, account, used, others, open]);
  assert.deepEqual(on(number), [
    ["google", 1, "06:00", "03:00", false],
    ["telegram", 1, "05:00", "03:00", false],
    ["whole", 1, "05:00", "04:00", false],
  ]);
  const whatsapp = rows
    .filter(({ service, account }) => service === "whatsapp" && account !== null)
    .map((row) => [row.number, row.account, row.open]);
  assert.deepEqual(whatsapp, [
    [number, 1, false],
    ["15550100005", 1, true],
  ]);
  // Open orders stay open, including those of suppliers; the sandbox's messages belong to no account.
  const sandbox = rows.filter((row) => row.number.startsWith("1442555") || row.number.startsWith("1880555"));
  assert.ok(sandbox.length > 0 && sandbox.every(({ open, account }) => open && account === null));

  // The current catalogue finds its families in the old data.
  await updateCatalog({ db });
  assert.ok(
    (await usesIn(db)).some((row) => row.number === number && row.service === "meta" && row.account === 1),
  );
});

test("families may change: what their services were used for goes with them, nobody's use is lost", async (t) => {
  const app = await startTestApp();
  t.after(() => app.close());
  const { db } = app;
  const family = (name: string, ...services: string[]): FamilyEntry => ({ name, services, signIn: [] });
  const become = (...families: FamilyEntry[]): Promise<void> =>
    db.transaction(async (tx) => followFamilies(tx, await setFamilies(tx, families)));
  const use = (
    service: string,
    account: number,
    used: number,
    others: number | null,
    open = false,
  ): Promise<unknown> =>
    db.rows(
      `insert into number_uses (number, family_id, rests_until, account_id, used_at, others_used_at)
       select '15550100000', family_id, case when $5 then 'infinity' else '-infinity' end::timestamptz, $2,
         date_trunc('hour', now()) + $3 * interval '1 minute', date_trunc('hour', now()) + $4 * interval '1 minute'
       from services where slug = $1`,
      [service, account, used, others, open],
    );
  const seen = async (): Promise<unknown[]> =>
    (await usesIn(db)).map(({ service, account, used, others, open }) => [
      service,
      account,
      used,
      others,
      open,
    ]);

  await become();
  await use("telegram", 1, 10, 4);
  await use("signal", 2, 20, 8);
  await use("viber", 2, 15, 9);
  await use("discord", 3, 1, null);
  await become(family("chat", "signal", "telegram", "viber"));
  assert.deepEqual(await seen(), [
    ["discord", 3, "01:00", null, false],
    ["signal", 2, "20:00", "10:00", false],
  ]);
  await become(family("chat", "discord", "signal"), family("more", "telegram", "viber"));
  assert.deepEqual(await seen(), [
    ["discord", 2, "20:00", "10:00", false],
    ["telegram", 2, "20:00", "10:00", false],
  ]);
  assert.deepEqual(await db.rows(`select family_id, signs_in from services where slug = 'other'`), [
    { family_id: 0, signs_in: false },
  ]);
});
