import assert from "node:assert/strict";
import dns from "node:dns";
import { test, type TestContext } from "node:test";
import type { Queryable } from "../../src/kit/db.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Answer, type Client } from "../helpers/client.ts";
import { rent } from "../helpers/orders.ts";
import { untilCheck } from "../helpers/readiness.ts";
import { until } from "../helpers/until.ts";

/** An app whose connections use another path than the one that observes it. */
async function startOn(t: TestContext, change: (url: URL) => void): Promise<[TestApp, TestApp, Client]> {
  const watcher = await startTestApp({ LOG_LEVEL: "silent" });
  const url = new URL(watcher.connectionString);
  change(url);
  const app = await startTestApp({ LOG_LEVEL: "silent" }, { ...watcher, connectionString: url.href });
  t.after(async () => {
    await app.close();
    await watcher.close();
  });
  return [watcher, app, clientFor(app, (await watcher.account()).testKey)];
}

const endOthers = ({ db }: { db: Queryable }): Promise<unknown> =>
  db.rows(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );

const told = ({ status, body, headers }: Answer): unknown[] => [
  status,
  body.code,
  headers.get("retry-after"),
];
const unavailable = [503, "unavailable", "2"];

test("a host that is not found, or no way to it, is as a database that is down", async (t) => {
  const [watcher, , client] = await startOn(t, (url) => (url.hostname = "localhost"));
  assert.equal((await client.get("/user")).status, 200);
  for (const code of ["ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]) {
    const lookup = t.mock.method(dns, "lookup", ((...args: unknown[]) =>
      (args.at(-1) as (error: Error) => void)(
        Object.assign(new Error(`getaddrinfo ${code} localhost`), { code, syscall: "getaddrinfo" }),
      )) as typeof dns.lookup);
    const asks = [
      () => client.get("/user"),
      () => client.get("/orders"),
      () => client.post("/rent", rentBody()),
    ];
    for (const ask of asks) {
      // A connection that was being opened may still be completed.
      const refused = await until(
        async () => {
          await endOthers(watcher);
          return ask();
        },
        ({ status }) => status !== 200,
      );
      assert.deepEqual(told(refused), unavailable, code);
    }
    assert.ok(lookup.mock.callCount() > 0, "the name was asked for");
    lookup.mock.restore();
    await until(
      () => client.get("/user"),
      ({ status }) => status === 200,
    );
  }
});

test("a server that takes no writes: what it can be asked is answered, rents are refused for now, and the next connection follows", async (t) => {
  const [watcher, app, client] = await startOn(t, () => {});
  const name = new URL(watcher.connectionString).pathname.slice(1);
  await rent(client);
  await watcher.db.transaction(async (tx) => {
    await tx.rows(`alter database ${name} set default_transaction_read_only = on`);
    await endOthers({ db: tx });
  });
  await untilCheck(app.url, "database", "read_only");
  assert.deepEqual(told(await client.post("/rent", rentBody())), unavailable);
  assert.equal((await client.get("/orders")).status, 200);
  await watcher.db.transaction(async (tx) => {
    await tx.rows(`set transaction read write`);
    await tx.rows(`alter database ${name} reset default_transaction_read_only`);
  });
  // Nobody closes the connections to it: they are abandoned.
  const served = await until(
    () => client.post("/rent", rentBody()),
    ({ status }) => status === 200,
  );
  assert.equal(served.status, 200);
});

test("of several hosts the one that answers is found, at the start and ever after", async (t) => {
  const [watcher, app, client] = await startOn(t, (url) => {
    url.searchParams.set("host", `127.0.0.1,${url.hostname}`);
    url.searchParams.set("port", `1,${url.port}`); // Nobody listens on the first one.
    url.searchParams.set("target_session_attrs", "read-write");
  });
  await rent(client);
  await endOthers(watcher);
  await until(
    () => client.post("/rent", rentBody()),
    ({ status }) => status === 200,
  );
  await untilCheck(app.url, "hints", "ok");
});
