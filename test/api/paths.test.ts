import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { areas, queuesByKind } from "../../src/app/areas.ts";
import { areasOf } from "../../src/http/areas.ts";
import { refuseWhenOverloaded } from "../../src/http/overload.ts";
import { createServer } from "../../src/http/server.ts";
import { createLog } from "../../src/kit/log.ts";
import { createQueue, type Queue } from "../../src/kit/queue.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addSource } from "../helpers/stock.ts";
import { speak } from "../helpers/raw.ts";

// One normalization of the path, for routing, overload, CORS and headers (src/http/path.ts).

let app: TestApp;
let key: string;
before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent" });
  key = (await app.account()).testKey;
});
after(() => app.close());

/** The same address in other spellings, as proxies and scanners write it. */
const spellings = (path: string): string[] => [
  path,
  `/${path}`,
  path.replaceAll("/", "//"),
  path.replace(/[a-z]/, encode),
  path.replaceAll(/[a-z]/g, encode),
  `http://otp.example.com${path}`,
];
const encode = (letter: string): string => `%${letter.charCodeAt(0).toString(16)}`;

const get = (target: string, headers: string[] = []): ReturnType<typeof speak> =>
  speak(app, [`GET ${target} HTTP/1.1`, "host: x", "connection: close", ...headers, "", ""].join("\r\n"));

test("a known path is served in every spelling, with the headers of its kind", async () => {
  const origin = "origin: https://evil.example";
  for (const target of spellings("/account/api/v1/user")) {
    const answer = await get(target, [`authorization: Bearer ${key}`, origin]);
    assert.equal(answer.status, 200, target);
    assert.equal(answer.headers["access-control-allow-origin"], "*", target);
    assert.equal(answer.headers["cache-control"], "no-store", target);
  }
  for (const path of [
    "/dashboard/api/me",
    "/dashboard",
    "/dashboard?x",
    "/metrics",
    "/healthz",
    "/in/x/1/y",
    "/nothing",
  ])
    for (const target of spellings(path)) {
      const answer = await get(target, [origin]);
      assert.equal(answer.headers["access-control-allow-origin"], undefined, target);
      if (path === "/dashboard/api/me") assert.equal(answer.status, 401, target);
      if (path === "/healthz") assert.equal(answer.body, '{"status":"ok"}', target);
    }
});

test("an unknown path is 404 in JSON, however it is written and whatever is taken", async () => {
  for (const path of [
    "/Account/api/v1/user",
    "/api/v1/user",
    "/account/api/v1",
    "/account/api/v1user",
    "/IN/generic/1/x",
  ])
    for (const target of spellings(path)) {
      const answer = await get(target, ["accept: text/html"]);
      assert.deepEqual([answer.status, JSON.parse(answer.body).code], [404, "not_found"], target);
    }
});

test("a message that comes by a doubled slash is taken, not answered with a page", async () => {
  const source = await addSource(app);
  const path = `/in/generic/${source.id}/${source.token}`;
  for (const [place, target] of spellings(path).entries()) {
    const query = `?id=m${place}&to=15550177777&from=x&text=hello+${place}`;
    assert.equal((await get(target + query)).status, 200, target);
  }
  const stored = await app.db.rows<{ key: string }>(
    `select source_key as key from messages where number = '15550177777' order by id`,
  );
  assert.deepEqual(
    stored.map((row) => row.key),
    spellings(path).map((_, place) => `m${place}`),
  );
});

test("no spelling of a path passes by the refusals under load", async (t) => {
  const crowded: Queue = Object.assign(createQueue("full"), { waiting: 1000, oldestSince: -1e9 });
  const shed: string[] = [];
  const server = await createServer({
    log: createLog("silent"),
    isHttps: false,
    turnAway: refuseWhenOverloaded({
      patienceMilliseconds: 100,
      findArea: areasOf(areas),
      queues: queuesByKind({
        lookUps: crowded,
        rents: [],
        texts: crowded,
        limits: crowded,
        sources: crowded,
        nonces: crowded,
        messages: [],
      }),
      onShed: ({ name }) => shed.push(name),
    }),
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.server.address() as { port: number }).port}`;
  const there = { url } as TestApp;
  const kinds: [string, string, string][] = [
    ["api", "GET", "/account/api/v1/user"],
    ["rent", "POST", "/account/api/v1/rent"],
    ["dashboard", "GET", "/dashboard/api/me"],
    ["inbound", "GET", "/in/generic/1/x"],
  ];
  for (const [kind, method, path] of kinds)
    for (const target of spellings(path)) {
      const answer = await speak(
        there,
        `${method} ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
      );
      assert.deepEqual([answer.status, shed.pop()], [503, kind], target);
    }
  assert.equal(
    (await speak(there, "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).status,
    404,
  );
});

test("an area begins at its path and ends at a whole segment", () => {
  const expected: [string, string | undefined][] = [
    ["/account/api/v1", "/account/api/v1"],
    ["/account/api/v1/user", "/account/api/v1"],
    ["/account/api/v1?x", "/account/api/v1"],
    ["/account/api/v12", undefined],
    ["/account", undefined],
    ["/dashboard", "/dashboard"],
    ["/dashboard?x", "/dashboard"],
    ["/dashboard/api/me", "/dashboard"],
    ["/dashboards", undefined],
    ["/in", "/in"],
    ["/in/generic/1/t", "/in"],
    ["/invitation", undefined],
    ["/", undefined],
    ["", undefined],
  ];
  const find = areasOf(areas);
  for (const [url, start] of expected) assert.equal(find(url)?.start, start, url);
});
