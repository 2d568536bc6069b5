import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import pg from "pg";
import { startComplaint } from "../helpers/start-complaint.ts";
import { createTestDatabase, serverUrl, withoutTables, type TestDatabase } from "../helpers/postgres.ts";
import { createTool } from "../helpers/tool.ts";

let sealed: TestDatabase;
let old: TestDatabase;
let foreign: TestDatabase;
let fresh: TestDatabase;
/** Not for the database that was sealed with another. */
const ENCRYPTION_KEY = "5a".repeat(32);
const role = `poor_${process.pid}`;
const folders: string[] = [];
before(async () => {
  [sealed, old, foreign, fresh] = await Promise.all([
    createTestDatabase(),
    createTestDatabase(withoutTables),
    createTestDatabase(withoutTables),
    createTestDatabase(),
  ]);
  await on(sealed, `insert into installation values ('encryption key fingerprint', 'of another key')`);
  const name = new URL(old.connectionString).pathname.slice(1);
  // As a server of that version answers: its version is requested with this function.
  await on(
    old,
    `create function public.current_setting(name text) returns text language sql as $$
       select case name when 'server_version_num' then '140011' when 'server_version' then '14.11' else pg_catalog.current_setting(name) end
     $$;
     alter database ${name} set search_path = public, pg_catalog`,
  );
  await on(foreign, `create role ${role} login password 'hidden'`);
});
after(async () => {
  await Promise.all([sealed, old, foreign, fresh].map((database) => database.drop()));
  const client = new pg.Client(serverUrl());
  await client.connect();
  await client.query(`drop role ${role}`).finally(() => client.end());
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function on({ connectionString }: TestDatabase, sql: string): Promise<void> {
  const client = new pg.Client(connectionString);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function emptyFolder(): string {
  folders.push(mkdtempSync(join(tmpdir(), "zapotp-start-")));
  return folders.at(-1) as string;
}

const complaintOf = (settings: Record<string, string>, cwd = emptyFolder()): Promise<string> =>
  startComplaint({ ENCRYPTION_KEY, ...settings }, cwd);

const cases: [name: string, settings: () => Record<string, string>, sentence: RegExp][] = [
  [
    "a database of another kind",
    () => ({ DATABASE_URL: "mysql://u:hidden@localhost/n" }),
    /^DATABASE_URL must be an address such as postgres:.*; this one begins with mysql:\/\//,
  ],
  [
    "nobody at the database's address",
    () => ({ DATABASE_URL: "postgres://u:hidden@127.0.0.1:1/n" }),
    /^DATABASE_URL cannot be used: connect ECONNREFUSED 127\.0\.0\.1:1\.$/,
  ],
  [
    "a server that is too old",
    () => ({ DATABASE_URL: old.connectionString }),
    /^PostgreSQL 14\.11 is too old: ZapOTP needs version 15 or newer\. Upgrade/,
  ],
  [
    "a role that may not make tables",
    () => {
      const url = new URL(foreign.connectionString);
      [url.username, url.password] = [role, "hidden"];
      return { DATABASE_URL: url.href };
    },
    /^DATABASE_URL cannot be used: permission denied for schema public\. Its role must be able to make tables/,
  ],
  [
    "a database that was sealed with a key of another DATA_DIR",
    () => ({ DATABASE_URL: sealed.connectionString, ENCRYPTION_KEY: "" }),
    /^The encryption key that this database was sealed with is not here: set ENCRYPTION_KEY, or copy encryption\.key/,
  ],
  ["a proxy by name", () => ({ TRUSTED_PROXIES: "nginx" }), /^TRUSTED_PROXIES must be addresses or networks/],
  [
    "an address with a scheme",
    () => ({ HOST: "http://0.0.0.0" }),
    /^HOST must be an address or a name alone/,
  ],
];
for (const [name, settings, sentence] of cases) {
  test(`a start that fails says why: ${name}`, async () => {
    const cwd = emptyFolder();
    const complaint = await complaintOf(settings(), cwd);
    assert.match(complaint, sentence);
    assert.ok(!complaint.includes("hidden"), complaint);
    assert.ok(
      !existsSync(join(cwd, "data")),
      "and leaves nothing behind that a later start would take for its own",
    );
  });
}

test("a start that fails says why: a DATA_DIR that cannot be made", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "file"), "");
  assert.match(
    await complaintOf({ DATA_DIR: "file/data" }, cwd),
    /^DATA_DIR is file\/data, which cannot be used: a part of the path is a file, not a folder \(\S+\)\. Let this user write there/,
  );
});

test("a .env that an editor saved as UTF-16 counts, and a slip in it stops the start before anything is made", async () => {
  const cwd = emptyFolder();
  const write = (text: string): void =>
    writeFileSync(join(cwd, ".env"), Buffer.from(`\ufeff${text}`, "utf16le"));
  write("DATABASE_URL=mysql://u:hidden@localhost/n\r\n");
  assert.match(await complaintOf({}, cwd), /^DATABASE_URL must be .*begins with mysql/);
  write("DATABSE_URL=postgres://u:hidden@localhost/n\r\n");
  assert.equal(await complaintOf({}, cwd), "DATABSE_URL in .env is no setting; did you mean DATABASE_URL?");
  assert.ok(!existsSync(join(cwd, "data")));
});

const listening: [name: string, settings: Record<string, string>, sentence: RegExp][] = [
  [
    "an address of another machine",
    { HOST: "203.0.113.9" },
    /^HOST is 203\.0\.113\.9, which is no address of this machine/,
  ],
  [
    "a name that nobody knows",
    { HOST: "nowhere.invalid" },
    /^HOST is nowhere\.invalid, a name that this machine does not know/,
  ],
];
for (const [name, settings, sentence] of listening) {
  test(`where nothing can be listened on, the start and doctor name the setting: ${name}`, async () => {
    assert.match(await complaintOf({ ...settings, DATABASE_URL: fresh.connectionString }), sentence);
    const { stdout } = await createTool(settings)(["doctor"]);
    assert.match(/fail +listening +(.*)/.exec(stdout)?.[1] ?? stdout, sentence);
  });
}

test("a port that somebody has is named with its number", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const PORT = String((other.address() as AddressInfo).port);
  const complaint = await complaintOf({ PORT, DATABASE_URL: fresh.connectionString });
  other.close();
  assert.ok(
    complaint.startsWith(`PORT ${PORT} is taken by another program; set PORT to another one`),
    complaint,
  );
});
