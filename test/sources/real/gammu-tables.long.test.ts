import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { after, before, test } from "node:test";
import { hasGammu } from "../../../scripts/install-test-tools.ts";
import { startTestApp, type TestApp } from "../../helpers/app.ts";
import { clientFor, type Client } from "../../helpers/client.ts";
import { rent, sms as smsOf } from "../../helpers/orders.ts";
import { createTestDatabase, withoutTables, type TestDatabase } from "../../helpers/postgres.ts";
import { startProgram, type Program } from "../../helpers/program.ts";
import { openSource, type Source } from "../../helpers/source.ts";
import { stock } from "../../helpers/stock.ts";
import { until } from "../../helpers/until.ts";
import { openDummyPhone } from "./dummy-phone.ts";

// Debian's gammu-smsd writes what its dummy phone has received into PostgreSQL, where this server reads it.

const schema = "/usr/share/doc/gammu-smsd/examples/pgsql.sql";
const skip =
  (!hasGammu() && "gammu-smsd is not installed (apt-get install gammu-smsd)") ||
  (!existsSync(schema) && `Gammu's tables are not installed (${schema})`);

let app: TestApp;
let renter: Client;
let order: Awaited<ReturnType<typeof rent>>;
let source: Source;
let database: TestDatabase;
let client: pg.Client;
let folder: string;
let phone: ReturnType<typeof openDummyPhone>;
let smsd: Program;

before(async () => {
  if (skip) return;
  app = await startTestApp({ LOG_LEVEL: "silent" });
  await stock(app, 5);
  renter = clientFor(app, (await app.account(100_000_000)).liveKey);
  order = await rent(renter);
  database = await createTestDatabase(withoutTables);
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  await client.query(readFileSync(schema, "utf8").replace(/^CREATE LANGUAGE.*$/m, "")); // It is there already.
  source = await openSource(app, "gammu-tables", {
    secrets: [database.connectionString],
    settings: { timeZone: "UTC" },
  });
  folder = mkdtempSync(join(tmpdir(), "zapotp-gammu-"));
  phone = openDummyPhone(join(folder, "phone"));
  const url = new URL(database.connectionString);
  writeFileSync(
    join(folder, "smsdrc"),
    `${phone.config}
[smsd]
service = sql
driver = native_pgsql
host = ${url.host}
user = ${url.username}
password = ${decodeURIComponent(url.password)}
database = ${url.pathname.slice(1)}
phoneid = +${order.number}
commtimeout = 1
receivefrequency = 1
multiparttimeout = 3
`,
  );
  // It begins with what comes from now on.
  await until(
    () => app.db.rows(`select 1 from source_marks where source_id = $1`, [source.id]),
    ({ length }) => length === 1,
  );
  smsd = startProgram("/usr/bin/gammu-smsd", ["-c", join(folder, "smsdrc")]);
});
after(async () => {
  if (skip) return;
  await smsd.stop();
  await app.close();
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const networkTime = (minutesAgo = 0): string =>
  new Date(app.clock.now().getTime() - minutesAgo * 60_000)
    .toISOString()
    .slice(0, 19)
    .replaceAll(/[-:]/g, "");

const texts = async (): Promise<(string | null)[]> =>
  (await smsOf(renter, order)).messages.map(({ text }) => text);

test("rows that smsd writes reach their order: texts, parts, bytes", { skip }, async () => {
  const sent = networkTime();
  phone.receive({ from: "WhatsApp", text: "WhatsApp code 481-516: é€ 😱", sent });
  phone.receive({ from: "5656", text: "WhatsApp code 27", sent, udh: "050003AB0201" });
  phone.receive({ from: "5656", text: "1-828 😱", sent, udh: "050003AB0202" });
  phone.receive({ from: "5757", text: "", binary: "00ff80fe01", sent });
  await until(texts, (all) => all.length === 2);
  assert.deepEqual((await texts()).toSorted(), ["WhatsApp code 271-828 😱", "WhatsApp code 481-516: é€ 😱"]);
  await until(
    () => source.stored(),
    (stored) => stored.some(({ reason }) => reason === "no_text"),
  );
  await until(
    async () => (await client.query(`select 1 from inbox where not "Processed"`)).rows,
    ({ length }) => length === 0,
  );
});

test("the network's time decides: what is older than the rent is not the renter's", { skip }, async () => {
  phone.receive({ from: "WhatsApp", text: "WhatsApp code 999-000", sent: networkTime(120) });
  await until(
    () => source.stored(),
    (stored) => stored.some(({ reason }) => reason === "before_rent"),
  );
});

test("while ZapOTP cannot store them, rows stay unprocessed; then they arrive once", { skip }, async () => {
  await app.db.rows(`alter table messages rename to messages_away`);
  phone.receive({ from: "WhatsApp", text: "WhatsApp code 600-001", sent: networkTime() });
  await until(
    async () => (await client.query(`select "Processed" from inbox where "SenderNumber" = 'WhatsApp'`)).rows,
    (rows) => rows.length === 3 && !(rows.at(-1) as { Processed: boolean }).Processed,
  );
  await app.db.rows(`alter table messages_away rename to messages`);
  await until(texts, (all) => all.filter((text) => text === "WhatsApp code 600-001").length === 1);
});
