import assert from "node:assert/strict";
import { request, type IncomingMessage } from "node:http";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { rent } from "../helpers/orders.ts";
import { until } from "../helpers/until.ts";

const rows = 20_000;
const pageSize = 250;
let app: TestApp;
let client: Client;
before(async () => {
  app = await startTestApp();
  client = clientFor(app, (await app.account()).testKey);
  const { order_id: id } = await rent(client);
  await app.db.rows(
    `insert into orders (order_id, wallet_id, seq, key_id, service_id, country, provider, pool_id, number, supplier,
       duration, status, price_minor, created_at, expires_at, cancellable_at, ended_at, closed_at)
     select n, wallet_id, n, key_id, service_id, country, provider, pool_id, (15550000000 + n)::text, supplier,
       duration, 'CANCELLED', price_minor, created_at, expires_at, cancellable_at, expires_at, expires_at
     from orders, generate_series(2, $2::int) as n where order_id = $1`,
    [Number(id), rows],
  );
});
after(() => app.close());

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
const heapMegabytes = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** Counts the pages of orders that the server has read. */
function countPages(): () => number {
  const original = app.db.rows.bind(app.db);
  let pages = 0;
  app.db.rows = (text, values) => {
    if (text.includes("order by o.seq desc")) pages++;
    return original(text, values);
  };
  return () => pages;
}

const ask = (query: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(
      `${app.url}/account/api/v1/orders${query}`,
      { headers: { authorization: `Bearer ${client.key}` } },
      resolve,
    )
      .on("error", reject)
      .end();
  });

test(`${rows} orders come as a stream: no faster than they are read, with flat memory`, async () => {
  const pages = countPages();
  const answer = await ask("");
  await sleep(500);
  assert.ok(pages() < rows / pageSize, `the server read ${pages()} pages for a client that reads nothing`);

  const before = heapMegabytes();
  let most = 0;
  let bytes = 0;
  let closed = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    if (Math.floor(bytes / 2 ** 20) < Math.floor((bytes + chunk.length) / 2 ** 20))
      most = Math.max(most, heapMegabytes() - before);
    bytes += chunk.length;
    closed += chunk.toString("latin1").split("}").length - 1;
  }
  assert.equal(closed, rows + 1, "an object each, and the one around them");
  assert.ok(bytes > 4 * 2 ** 20);
  assert.ok(most < 8, `the heap grew by ${most.toFixed(1)} MB for ${(bytes / 2 ** 20).toFixed(1)} MB`);
  assert.ok(pages() >= rows / pageSize);
});

test("as csv, too; a client that leaves in between costs nothing more", async () => {
  const csv = await (await fetch(`${app.url}/account/api/v1/orders?format=csv&api_key=${client.key}`)).text();
  assert.equal(csv.trimEnd().split("\r\n").length, rows + 1);

  const pages = countPages();
  const answer = await ask("");
  answer.once("data", () => answer.destroy());
  await until(
    async () => (await fetch(`${app.url}/metrics`)).text(),
    (text) => /zapotp_http_requests_open 1\n/.test(text), // The metrics' own connection.
  );
  const left = pages();
  assert.ok(left < rows / pageSize);
  await sleep(200);
  assert.equal(pages(), left);
});
