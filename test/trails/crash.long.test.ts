import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { rentBody } from "../helpers/client.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { until } from "../helpers/until.ts";
import { projectRoot } from "../../src/kit/paths.ts";

const rounds = 10;
let app: TestApp;
let folder: string;
before(async () => {
  app = await startTestApp();
  folder = mkdtempSync(join(tmpdir(), "zapotp-crash-"));
});
after(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The shipped server as a separate process on the test's database. */
async function startServer(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(projectRoot, "src/main.ts")], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      DATABASE_URL: app.connectionString,
      ENCRYPTION_KEY: app.encryptionKey,
      DATA_DIR: folder,
      PORT: "0",
      LOG_LEVEL: "error",
      RATE_LIMIT: "0",
      SANDBOX_LIMIT: "0",
      MAX_OPEN_ORDERS: "100000",
    },
  });
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const address = /ready at (\S+)/.exec(line)?.[1];
    if (address) return { child, url: address };
  }
  throw new Error("the server did not start");
}

test(`kill -9 amid rents and messages, ${rounds} times: what was answered is there, and nothing twice`, async () => {
  await stock(app, 20_000);
  const source = await addSource(app);
  const { liveKey } = await app.account(100_000_000_000);
  const rented = new Map<string, string>();
  const acknowledged = new Set<string>();
  let count = 0;

  for (let round = 0; round < rounds; round++) {
    const { child, url } = await startServer();
    const api = `${url}/account/api/v1`;
    let killed = false;
    const rentAgain = async (): Promise<void> => {
      while (!killed) {
        const answer = await fetch(`${api}/rent`, {
          method: "POST",
          headers: { authorization: `Bearer ${liveKey}`, "content-type": "application/json" },
          body: JSON.stringify(rentBody()),
        });
        const { data } = (await answer.json()) as { data: { order_id: string; number: string } };
        rented.set(data.order_id, data.number);
        const id = `crash ${++count}`;
        const sent = await fetch(`${url}/in/generic/${source.id}/${source.token}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ id, to: data.number, from: "WhatsApp", text: "WhatsApp code 123-456" }),
        });
        if (sent.status === 200) acknowledged.add(id);
      }
    };
    const load = Promise.allSettled(Array.from({ length: 8 }, rentAgain));
    const enough = acknowledged.size + 10;
    await until(
      async () => acknowledged.size,
      (size) => size >= enough,
    );
    await sleep(Math.random() * 400);
    child.kill("SIGKILL");
    killed = true;
    await load;
  }

  const ids = [...rented.keys()].map(Number);
  const found = await app.db.rows<{ n: number }>(
    `select count(*)::int as n from orders where order_id = any($1::int[]) and number is not null`,
    [ids],
  );
  assert.equal(found[0]?.n, rented.size);
  assert.equal(new Set(rented.values()).size, rented.size, "no number twice");
  const stored = await app.db.rows<{ key: string; state: string }>(
    `select source_key as key, state from messages where source_key like 'crash %'`,
  );
  const delivered = new Set(stored.filter(({ state }) => state === "delivered").map(({ key }) => key));
  assert.deepEqual(
    [...acknowledged].filter((id) => !delivered.has(id)),
    [],
  );
  assert.ok(
    rented.size > rounds * 5 && acknowledged.size > rounds * 5,
    `${rented.size} rents, ${acknowledged.size} messages`,
  );
  await assertBooks(app.db);
});
