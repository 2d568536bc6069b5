import assert from "node:assert/strict";
import { request, type IncomingHttpHeaders } from "node:http";
import { after, before, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addTestMember } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";

let app: TestApp;
let key: string;
let cookie: string;
before(async () => {
  app = await startTestApp();
  const account = await app.account();
  key = account.testKey;
  cookie = `zap_session=${(await (await addTestMember(app, 0, "operator")).signIn()).cookie}`;
});
after(() => app.close());

interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/** The answer as sent over the wire: fetch would decompress it. */
function raw(path: string, headers: Record<string, string>, method = "GET"): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(app.url + path, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject).end();
  });
}

const plainOf = ({ headers, bytes }: Raw): string => {
  if (headers["content-encoding"] === "br") return brotliDecompressSync(bytes).toString();
  return (headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString();
};

const services = "/account/api/v1/services?country=US";
const bearer = (): Record<string, string> => ({ authorization: `Bearer ${key}` });

/** Long answers that contain no secret. */
const compressed = (): [path: string, headers: Record<string, string>][] => [
  ["/openapi.json", {}],
  ["/account/api/v1/openapi.json", {}],
  ["/docs/openapi.json", {}],
  ["/docs/openapi.yaml", {}],
  [services, bearer()],
  ["/account/api/v1/countries", bearer()],
  ["/metrics", {}],
  ["/dashboard/api/operator/services?limit=100", { cookie }],
  ["/dashboard/api/operator/health", { cookie }],
];

test("long texts come in brotli or gzip, as the client likes, and are the same as plain", async (t) => {
  for (const [path, headers] of compressed()) {
    const plain = await raw(path, headers);
    assert.equal(plain.status, 200, `${path} ${plain.bytes.toString().slice(0, 200)}`);
    assert.equal(plain.headers["content-encoding"], undefined, path);
    for (const encoding of ["br", "gzip"]) {
      const answer = await raw(path, { ...headers, "accept-encoding": encoding });
      assert.equal(answer.headers["content-encoding"], encoding, path);
      assert.match(String(answer.headers.vary), /accept-encoding/i, path);
      assert.ok(answer.bytes.length < plain.bytes.length / 2, `${path} ${answer.bytes.length}`);
      if (path !== "/metrics" && !path.endsWith("health"))
        assert.equal(plainOf(answer), plainOf(plain), path);
      t.diagnostic(`${path}: ${plain.bytes.length} bytes, ${encoding} ${answer.bytes.length}`);
    }
    assert.match(String(plain.headers.vary), /accept-encoding/i, path);
  }
});

test("what does not change is asked for again by its hash, and then is 304, for HEAD as well", async () => {
  for (const [path, headers] of [
    ["/openapi.json", {}],
    [services, bearer()],
  ] as [string, Record<string, string>][]) {
    const tags = new Set<string>();
    for (const encoding of ["br", "gzip", "identity"]) {
      const asked = { ...headers, "accept-encoding": encoding };
      const first = await raw(path, asked);
      const tag = String(first.headers.etag);
      tags.add(tag);
      assert.match(tag, /^"[\w-]{22}(-br|-gzip)?"$/);
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
        const again = await raw(path, { ...asked, "if-none-match": known });
        assert.deepEqual([again.status, again.bytes.length, again.headers.etag], [304, 0, tag], known);
      }
      assert.equal((await raw(path, { ...asked, "if-none-match": '"other"' })).status, 200);
      const head = await raw(path, asked, "HEAD");
      assert.deepEqual([head.status, head.headers.etag, head.bytes.length], [200, tag, 0]);
      assert.equal(head.headers["content-length"], String(first.bytes.length));
      assert.equal((await raw(path, { ...asked, "if-none-match": tag }, "HEAD")).status, 304);
    }
    assert.equal(tags.size, 3, "each encoding has a tag of its own");
  }
});

test("the list of services is kept by the caller alone, and not where its address holds the key", async () => {
  const byHeader = await raw(services, bearer());
  assert.equal(byHeader.headers["cache-control"], "private, no-cache");
  for (const name of ["Authorization", "Cookie", "X-Zap-Mode"])
    assert.ok(String(byHeader.headers.vary).includes(name), name);
  const inAddress = await raw(`${services}&api_key=${key}`, {});
  assert.deepEqual([inAddress.status, inAddress.headers["cache-control"]], [200, "no-store"]);
  const refused = await raw(services, { authorization: "Bearer x" });
  assert.deepEqual([refused.status, refused.headers["cache-control"]], [401, "no-store"]);
});

test("codes, small answers, refusals and streams are never compressed", async () => {
  const client = clientFor(app, key);
  const rented = await client.post("/rent", rentBody({ quantity: 10 }));
  const { order_id: id, number } = rented.body.data as { order_id: string; number: string };
  await client.post("/sandbox/sms", { to: number, text: `WhatsApp code 123-456 ${"x".repeat(1500)}` });
  const accept = { ...bearer(), "accept-encoding": "gzip, br" };
  for (const path of [
    "/user",
    `/sms?order_id=${id}`,
    "/orders",
    "/orders?format=csv",
    "/services?country=US&service=whatsapp",
    "/services?country=XX1",
    "/nothing",
  ]) {
    const answer = await raw(`/account/api/v1${path}`, accept);
    assert.equal(answer.headers["content-encoding"], undefined, path);
    assert.ok(answer.bytes.length > 0, path);
  }
  const stream = await raw("/account/api/v1/events", accept, "HEAD");
  assert.deepEqual([stream.status, stream.headers["content-encoding"]], [200, undefined]);
});

test("a route whose answers hold a code, a text or a secret does not allow compression", () => {
  const secret =
    /\/(rent|sms|orders|events|cancel|finish|resend|report|extract|export|messages|outbox|candidates|keys|totp|sign|invitations|password|rotate|sources|passkeys|team)\b/;
  const allowed = app.app.routes.filter(({ compress }) => compress).map(({ url }) => url);
  assert.ok(allowed.length > 8, String(allowed));
  for (const url of allowed)
    if (url !== "/dashboard/api/operator/orders") assert.doesNotMatch(url, secret, url);
});
