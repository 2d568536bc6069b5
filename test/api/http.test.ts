import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { speak } from "../helpers/raw.ts";

const prefix = "/account/api/v1";
const app = perFile(() => startTestApp());
let client: Client;
beforeTests(async () => {
  client = clientFor(app, (await app.account()).testKey);
});

/** Every error has one shape, and contains the same request id as the header. */
function assertError({ body, id }: { body: string; id: string | null | undefined }, code: string): void {
  const { status, message, request_id, ...rest } = JSON.parse(body);
  assert.deepEqual([status, rest.code, request_id], ["error", code, id]);
  assert.match(message, /^[A-Z/].*\.$/s);
  assert.ok(id && id.length > 5);
}

const ask = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(app.url + path, { method, redirect: "manual", ...init });

const gets = ["/user", "/countries", "/services", "/sms", "/orders", "/events"];
const posts = ["/rent", "/cancel", "/finish", "/resend", "/report", "/sandbox/sms", "/tools/extract"];

test("a wrong method is told the right ones, in Allow as well", async () => {
  for (const path of [...gets, ...posts]) {
    const allow = gets.includes(path) ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      if (allow.split(", ").includes(method)) continue;
      const answer = await ask(method, prefix + path);
      assert.deepEqual([answer.status, answer.headers.get("allow")], [405, allow], `${method} ${path}`);
      const body = await answer.text();
      if (method !== "HEAD")
        assertError({ body, id: answer.headers.get("x-request-id") }, "method_not_allowed");
    }
  }
  const withBody = await ask("PUT", `${prefix}/rent`, {
    body: "<x/>",
    headers: { "content-type": "text/xml" },
  });
  assert.equal(withBody.status, 405, "before the body is looked at");
});

test("an unknown path, and one that is no path at all", async () => {
  for (const path of [
    "/nothing",
    prefix,
    `${prefix}/`,
    `${prefix}/User`,
    `${prefix}/user/`,
    `${prefix}/sms/1`,
    "/%2e%2e/etc/passwd",
    "/..%2f..%2fetc/passwd",
  ]) {
    const answer = await ask("GET", path);
    assert.equal(answer.status, 404, path);
    assertError({ body: await answer.text(), id: answer.headers.get("x-request-id") }, "not_found");
  }
  for (const path of ["/%", "/%zz", `${prefix}/%E0%A4%A`, "/%c0%ae"]) {
    const answer = await speak(app, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    assert.ok([400, 404].includes(answer.status), `${path} ${answer.status}`);
    assertError(
      { body: answer.body, id: answer.headers["x-request-id"] },
      answer.status === 400 ? "invalid_request" : "not_found",
    );
  }
  const posted = await ask("POST", "/nothing", { body: "x", headers: { "content-type": "text/xml" } });
  assert.equal(posted.status, 404);
});

test("an address that is far too long", async () => {
  const long = await ask("GET", `${prefix}/user?x=${"a".repeat(8000)}`);
  assert.equal(long.status, 401, "long is not too long");
  const lost = await ask("GET", `/${"a".repeat(8000)}`);
  assert.ok((await lost.text()).length < 400, "the answer does not repeat all of it");
  for (const bytes of [
    `GET /${"a".repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(20_000)}\r\n\r\n`,
  ]) {
    const answer = await speak(app, bytes);
    assert.equal(answer.status, 431);
    assertError({ body: answer.body, id: answer.headers["x-request-id"] }, "headers_too_large");
  }
});

test("what is not HTTP is answered in the same shape, each with an id of its own", async () => {
  const garbage = [
    "hello\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "GET /\r\n\r\n\r\n",
    Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]), // A TLS hello.
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n",
    "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nconnection: close\r\n\r\n", // No Host.
  ];
  const ids = new Set<string>();
  for (const bytes of garbage) {
    const answer = await speak(app, bytes);
    assert.equal(answer.status, 400, String(bytes));
    assertError({ body: answer.body, id: answer.headers["x-request-id"] }, "invalid_request");
    ids.add(answer.headers["x-request-id"] as string);
  }
  assert.equal(ids.size, garbage.length);
  const old = await speak(app, "GET /healthz HTTP/1.0\r\n\r\n");
  assert.deepEqual([old.status, old.body], [200, '{"status":"ok"}']);
  const expecting = await speak(
    app,
    "GET /healthz HTTP/1.1\r\nhost: x\r\nexpect: miracles\r\nconnection: close\r\n\r\n",
  );
  assert.equal(expecting.status, 200);
});

test("a request that never ends is told so", async () => {
  const { server } = app.app.server;
  const late = Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
  server.once("connection", (socket) => server.emit("clientError", late, socket)); // As Node does after 30 s.
  const answer = await speak(app, "POST / HTTP/1.1\r\n");
  assert.equal(answer.status, 408);
  assertError({ body: answer.body, id: answer.headers["x-request-id"] }, "request_timeout");
});

test("HEAD is GET without the body", async () => {
  const authorization = `Bearer ${client.key}`;
  for (const path of ["/user", "/countries", "/orders", "/services?country=US"]) {
    const [get, head] = [
      await ask("GET", prefix + path, { headers: { authorization } }),
      await ask("HEAD", prefix + path, { headers: { authorization } }),
    ];
    assert.deepEqual([head.status, head.headers.get("content-type")], [200, get.headers.get("content-type")]);
    assert.equal(await head.text(), "");
    assert.ok(head.headers.get("x-request-id"));
    assert.equal((await ask("HEAD", prefix + path)).status, 401);
  }
});

test("a browser's preflight is answered without a key, for what the API takes", async () => {
  for (const path of ["/rent", "/events", "/sms"]) {
    const answer = await ask("OPTIONS", prefix + path, {
      headers: {
        origin: "https://shop.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type,idempotency-key",
      },
    });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    assert.match(answer.headers.get("access-control-allow-methods") ?? "", /GET.*POST/);
    const allowed = (answer.headers.get("access-control-allow-headers") ?? "").toLowerCase();
    for (const name of ["authorization", "content-type", "idempotency-key", "last-event-id"])
      assert.ok(allowed.includes(name), name);
    assert.ok(answer.headers.get("x-request-id"));
  }
  assert.equal((await ask("OPTIONS", `${prefix}/rent`)).status, 204, "without a browser, too");
});

test("a browser may read every answer, errors included, and the headers it needs", async () => {
  for (const path of ["/user", "/nothing", "/rent"]) {
    const answer = await ask("GET", prefix + path, { headers: { origin: "https://shop.example" } });
    assert.equal(answer.headers.get("access-control-allow-origin"), "*", path);
    const exposed = answer.headers.get("access-control-expose-headers") ?? "";
    for (const name of ["X-Request-Id", "Retry-After", "RateLimit-Remaining"])
      assert.ok(exposed.includes(name), name);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  }
});
