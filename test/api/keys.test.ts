import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody } from "../helpers/client.ts";

const url = (path: string): string => `${app.url}/account/api/v1${path}`;
let app: TestApp;
let key: string;
before(async () => {
  app = await startTestApp();
  key = (await app.account()).testKey;
});
after(() => app.close());

const status = async (path: string, init: RequestInit = {}): Promise<number> =>
  (await fetch(url(path), init)).status;
const bearer = (value: string): RequestInit => ({ headers: { authorization: value } });

test("in the header or in the address; the header wins", async () => {
  assert.equal(await status("/user", bearer(`Bearer ${key}`)), 200);
  assert.equal(await status("/user", bearer(`bearer   ${key} `)), 200);
  assert.equal(await status(`/user?api_key=${key}`), 200);
  assert.equal(await status(`/user?api_key=nonsense`, bearer(`Bearer ${key}`)), 200);
  assert.equal(await status(`/user?api_key=${key}`, bearer("Bearer nonsense")), 401);
  const posted = await fetch(url(`/rent?api_key=${key}`), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(rentBody()),
  });
  assert.equal(posted.status, 200);
});

/** The key with its last character changed: complete, but its checksum is wrong. */
const mistyped = (): string => key.slice(0, -1) + (key.endsWith("0") ? "1" : "0");

test("missing, malformed, mistyped, unknown or in the wrong place: 401, with a sentence that says which", async () => {
  const stranger = `zap_test_${"0".repeat(49)}`;
  const wrong: [RequestInit, string, RegExp][] = [
    [{}, "/user", /An API key is needed/],
    [{ headers: { "x-api-key": key } }, "/user", /An API key is needed/],
    [{ headers: { cookie: `api_key=${key}` } }, "/user", /An API key is needed/],
    [bearer(""), "/user", /API key/],
    [bearer("Bearer"), "/user", /not a whole API key/],
    [bearer("Bearer "), "/user", /not a whole API key/],
    [bearer(key), "/user", /not a whole API key/],
    [bearer(`Bearer ${key} ${key}`), "/user", /not a whole API key/],
    [bearer(`Basic ${btoa(`${key}:`)}`), "/user", /not a whole API key/],
    [bearer(`Bearer ${mistyped()}`), "/user", /not a whole API key/],
    [bearer(`Bearer ${key.slice(0, -1)}`), "/user", /not a whole API key/],
    [bearer(`Bearer ${key.toUpperCase()}`), "/user", /not a whole API key/],
    [bearer(`Bearer ${stranger}`), "/user", /API key/],
    [{}, `/user?api_key=${key}&api_key=${key}`, /not a whole API key/],
    [{}, "/user?api_key=", /not a whole API key/],
    [{}, `/user?api_key=${key}%00`, /not a whole API key/],
    [{}, `/user?API_KEY=${key}`, /An API key is needed/],
  ];
  for (const [init, path, sentence] of wrong) {
    const response = await fetch(url(path), init);
    const body = (await response.json()) as { code: string; message: string };
    assert.deepEqual([response.status, body.code], [401, "unauthorized"], JSON.stringify(init));
    assert.match(body.message, sentence, JSON.stringify(init));
    assert.equal(response.headers.get("www-authenticate"), "Bearer");
    assert.ok(!JSON.stringify(body).includes(key));
  }
});

test("a key in the body is no key; the body is not even read", async () => {
  for (const raw of [JSON.stringify({ ...rentBody(), api_key: key, key }), "{broken"]) {
    const response = await fetch(url("/rent"), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: raw,
    });
    assert.equal(response.status, 401);
  }
});

test("every endpoint wants a key; the reference and the probes do not", async () => {
  const client = clientFor(app, "");
  for (const path of ["/user", "/countries", "/services", "/sms", "/orders", "/events"])
    assert.equal((await client.get(path)).status, 401, path);
  for (const path of ["/rent", "/cancel", "/finish", "/resend", "/report", "/sandbox/sms", "/tools/extract"])
    assert.equal((await client.post(path, {})).status, 401, path);
  for (const path of ["/healthz", "/readyz", "/openapi.json", "/docs"])
    assert.equal((await fetch(app.url + path)).status, 200, path);
});

test("guessing keys is slowed down; a good key from the same address is not", async (t) => {
  const other = await startTestApp();
  t.after(() => other.close());
  const good = (await other.account()).liveKey;
  const guess = (): Promise<Response> => fetch(`${other.url}/account/api/v1/user?api_key=zap_live_x`);
  let last = await guess();
  for (let count = 0; count < 125; count++) {
    await last.arrayBuffer();
    last = await guess();
  }
  assert.equal(last.status, 429);
  assert.ok(Number(last.headers.get("retry-after")) >= 1);
  assert.equal((await fetch(`${other.url}/account/api/v1/user?api_key=${good}`)).status, 200);
});
