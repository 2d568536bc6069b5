import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { rent, send } from "../helpers/orders.ts";
import { millisecondsOf } from "../helpers/compare.ts";
import { until } from "../helpers/until.ts";

// Malicious or broken clients: too large, too slow, too many, too fast. The others must not notice. Requests that are
// too long to be read are in test/api/http.test.ts.

let app: TestApp;
let client: Client;
before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent" });
  client = clientFor(app, (await app.account()).testKey);
});
after(() => app.close());

interface Wire {
  socket: Socket;
  /** What has arrived so far. */
  text: () => string;
  closed: Promise<void>;
}

/** A connection on which the test writes whatever it likes. */
function open(port = Number(new URL(app.url).port)): Promise<Wire> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1");
    const closed = new Promise<void>((gone) => socket.on("close", () => gone()));
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("error", reject); // Once it is open, nobody listens to this any more.
    socket.on("connect", () => resolve({ socket, text: () => text, closed }));
  });
}

const has = (wire: Wire, part: string | RegExp): Promise<string> =>
  until(
    async () => wire.text(),
    (text) => (typeof part === "string" ? text.includes(part) : part.test(text)),
  );
/** Everybody else is served as usual, long before the slow client is cut off. */
async function assertServing(): Promise<void> {
  const milliseconds = await millisecondsOf(async () =>
    assert.equal((await client.get("/user")).status, 200),
  );
  assert.ok(milliseconds < app.app.server.server.headersTimeout / 2, `others waited ${milliseconds} ms`);
}

const head = (length: number | "chunked", path = "/account/api/v1/rent"): string =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${client.key}\r\ncontent-type: application/json\r\n${
    length === "chunked" ? "transfer-encoding: chunked" : `content-length: ${length}`
  }\r\n\r\n`;

test("a body larger than allowed is refused when it is announced, and when it is not", async () => {
  const announced = await open();
  announced.socket.write(head(10_000_000_000));
  await has(announced, "413");
  const chunked = await open();
  chunked.socket.write(head("chunked"));
  for (let sent = 0; sent < 20 && !chunked.socket.destroyed; sent++) {
    chunked.socket.write(`2000\r\n${"x".repeat(0x2000)}\r\n`);
    await sleep(5);
  }
  await has(chunked, "payload_too_large");
  for (const wire of [announced, chunked]) wire.socket.destroy();
  await assertServing();
});

test("limits are as they should be: on heads, times, idle connections, and on what one connection may ask", () => {
  const { server } = app.app.server;
  assert.equal(server.requestTimeout, 30_000, "from the first byte to the last of a request");
  assert.ok(server.headersTimeout > 0 && server.headersTimeout <= 20_000, "to the last byte of its head");
  assert.ok(server.keepAliveTimeout > 0 && server.keepAliveTimeout < server.timeout);
  assert.equal(server.timeout, 120_000, "without a byte in either direction");
  assert.ok((server.maxHeadersCount ?? 2000) <= 2000);
});

/** The same limits, in tenths of seconds: no test should wait half a minute. */
async function impatient(): Promise<TestApp> {
  const quick = await startTestApp({ LOG_LEVEL: "silent" });
  const { server } = quick.app.server;
  Object.assign(server, { headersTimeout: 600, requestTimeout: 1200 });
  server.setTimeout(1500);
  return quick;
}

test("a head or a body that drips in is cut off, and so is who says nothing at all", async (t) => {
  const quick = await impatient();
  t.after(() => quick.close());
  const port = Number(new URL(quick.url).port);
  const drip = async (first: string, drop: string): Promise<string> => {
    const wire = await open(port);
    wire.socket.on("error", () => {});
    wire.socket.write(first);
    const timer = setInterval(() => drop !== "" && wire.socket.writable && wire.socket.write(drop), 100);
    await wire.closed;
    clearInterval(timer);
    return wire.text();
  };
  // With the default limits it would be twenty seconds and more. Node checks every five seconds whom to cut off.
  const began = performance.now();
  const [slowHead, slowBody] = await Promise.all([
    drip("GET / HTTP/1.1\r\nhost: x\r\n", "x: y\r\n"),
    drip(head(10_000).replace(client.key, (await quick.account()).testKey), "x"),
    drip("", ""),
  ]);
  for (const text of [slowHead, slowBody]) assert.match(text, /^HTTP\/1\.1 408/);
  const took = performance.now() - began;
  assert.ok(took < app.app.server.server.headersTimeout, `it took ${took} ms`);
});

test("who does not read what they asked for is cut off, and costs neither memory nor others", async (t) => {
  const quick = await impatient();
  t.after(() => quick.close());
  const account = await quick.account();
  // More than the buffers of both ends hold.
  await quick.db.rows(
    `insert into orders (order_id, wallet_id, seq, service_id, country, provider, pool_id, number, supplier, duration, status,
       price_minor, created_at, expires_at, cancellable_at, closed_at)
     select 1000000 + n, w.id, n, 1, 'US', 'global', 1, '15550100000', 'own', 'generic', 'EXPIRED', 100, now(), now(), now(), now()
     from wallets w, generate_series(1, 60000) n where w.account_id = $1 and w.mode = 'test'`,
    [account.accountId],
  );
  const wire = await open(Number(new URL(quick.url).port));
  wire.socket.on("error", () => {});
  wire.socket.pause();
  const before = process.memoryUsage.rss();
  wire.socket.write(
    `GET /account/api/v1/orders HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${account.testKey}\r\n\r\n`,
  );
  await until(
    async () => (await fetch(`${quick.url}/metrics`)).text(),
    (text) => /zapotp_http_requests_open 1\n/.test(text), // The metrics' own connection.
  );
  const grown = (process.memoryUsage.rss() - before) / 1024 / 1024;
  assert.ok(grown < 100, `memory grew by ${grown.toFixed(0)} MB`);
  // No database connection is held meanwhile.
  await until(
    () =>
      quick.db.rows(
        `select query from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid() and datname = current_database() and query like '%orders%'`,
      ),
    (held) => held.length === 0,
  );
  wire.socket.destroy();
});

test("hundreds of connections that only wait do not keep anybody out", async () => {
  const wires = await Promise.all(Array.from({ length: 500 }, () => open()));
  for (const { socket } of wires) {
    socket.on("error", () => {});
    socket.write("GET /account/api/v1/user HTTP/1.1\r\nhost: x\r\nauthorization: ");
  }
  await assertServing();
  for (const { socket } of wires) socket.destroy();
  await assertServing();
});

test("pipelined requests are answered in their order, each for itself; the rate holds for all of them", async () => {
  const request = (path: string, close = false): string =>
    `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${client.key}\r\n${close ? "connection: close\r\n" : ""}\r\n`;
  const trace = await open();
  trace.socket.write("TRACE / HTTP/1.1\r\nhost: x\r\ncookie: canary\r\nconnection: close\r\n\r\n");
  await trace.closed;
  assert.match(trace.text(), /^HTTP\/1\.1 40[045]/);
  assert.ok(!trace.text().includes("canary"));
  const wire = await open();
  wire.socket.write(
    request("/account/api/v1/user") +
      request("/nothing") +
      request("/healthz") +
      request("/account/api/v1/user", true),
  );
  await wire.closed;
  const statuses = [...wire.text().matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
  assert.deepEqual(statuses, ["200", "404", "200", "200"]);

  const limited = await startTestApp({ LOG_LEVEL: "silent", RATE_LIMIT: "1" });
  const { testKey } = await limited.account();
  const flood = await open(Number(new URL(limited.url).port));
  const one = `GET /account/api/v1/user HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${testKey}\r\n`;
  flood.socket.write(`${one}\r\n`.repeat(30) + `${one}connection: close\r\n\r\n`);
  await flood.closed;
  const told = [...flood.text().matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
  assert.deepEqual(
    [told.filter((status) => status === "200").length, told.filter((s) => s === "429").length],
    [10, 21],
  );
  await limited.close();
});

test("no request hides in another: lengths that contradict each other, or are written otherwise, end the connection", async () => {
  const smuggled = "GET /account/api/v1/user HTTP/1.1\r\nhost: x\r\n\r\n";
  const tricks = [
    `content-length: 5\r\ncontent-length: 6\r\n\r\n123456`,
    `content-length: 5, 5\r\n\r\n12345`,
    `content-length: +5\r\n\r\n12345`,
    `content-length: 0x5\r\n\r\n12345`,
    `transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n`,
    `transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`,
    `transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
    `transfer-encoding : chunked\r\n\r\n0\r\n\r\n`,
    `transfer-encoding: chunked\r\n\r\n5;x=\n\r\n12345\r\n0\r\n\r\n`,
    `transfer-encoding: chunked\r\n\r\nG\r\n\r\n`,
    `x: a\rb\r\n\r\n`,
    `x: a\0b\r\n\r\n`,
    ` folded: x\r\n\r\n`,
  ];
  for (const trick of tricks) {
    const wire = await open();
    wire.socket.on("error", () => {});
    wire.socket.write(`POST /account/api/v1/rent HTTP/1.1\r\nhost: x\r\n${trick}${smuggled}`);
    await has(wire, /^HTTP\/1\.1 \d+/);
    await Promise.race([wire.closed, sleep(3000)]);
    const statuses = [...wire.text().matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    assert.equal(statuses.length, 1, `${JSON.stringify(trick)} → ${statuses.join()}`);
    assert.ok(["400", "401"].includes(statuses[0] ?? ""), `${JSON.stringify(trick)} → ${statuses.join()}`);
    wire.socket.destroy();
  }
  await assertServing();
});

test("an event stream whose client is gone is given up, and so are long polls", async () => {
  const order = await rent(client);
  const wires = await Promise.all(Array.from({ length: 20 }, () => open()));
  for (const [place, { socket }] of wires.entries()) {
    const path = place % 2 === 0 ? "/events" : `/sms?order_id=${order.order_id}&wait=60`;
    socket.on("error", () => {});
    socket.write(
      `GET /account/api/v1${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${client.key}\r\n\r\n`,
    );
  }
  const openRequests = async (): Promise<number> => {
    const text = await (await fetch(`${app.url}/metrics`)).text();
    return Number(/zapotp_http_requests_open (\d+)/.exec(text)?.[1]);
  };
  await until(openRequests, (count) => count >= 21);
  for (const { socket } of wires) socket.resetAndDestroy();
  await until(openRequests, (count) => count === 1);
  await send(client, order, "4711 is your WhatsApp code");
  await assertServing();
});
