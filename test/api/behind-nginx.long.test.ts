import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { request } from "node:http";
import { hasNginx } from "../../scripts/install-test-tools.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor } from "../helpers/client.ts";
import { startNginx, type Nginx } from "../helpers/nginx.ts";
import { rent, send } from "../helpers/orders.ts";
import { addSource } from "../helpers/stock.ts";

// A real proxy in front, with its default limits (proxy_read_timeout 60s), and one that does not forward its clients'
// addresses.

const skip = hasNginx() ? false : "NGINX IS MISSING: apt-get install nginx-light";
if (skip) console.error(skip);
const telling = `proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header X-Forwarded-Proto $scheme;`;

let app: TestApp;
let nginx: Nginx;
let bare: Nginx;
let key: string;
/** Started first, because it takes long, and checked last. */
let longWait: Promise<Heard>;
let longOrder: string;

before(async () => {
  if (skip) return;
  app = await startTestApp({
    LOG_LEVEL: "silent",
    PUBLIC_BASE_URL: "https://otp.example.com",
    TRUSTED_PROXIES: "127.0.0.1",
  });
  nginx = await startNginx(app.url, telling);
  bare = await startNginx(app.url, "");
  key = (await app.account()).testKey;
  longOrder = (await rent(clientFor(app, key))).order_id;
  longWait = ask(nginx, `/account/api/v1/sms?order_id=${longOrder}&wait=60`);
});
after(async () => {
  if (skip) return;
  await nginx.stop();
  await bare.stop();
  await app.close();
});

interface Heard {
  status: number;
  type: string;
  body: string;
}
interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The client's real address. */
  from?: string;
}

/** Sends the path as written: `fetch` would normalize it. */
function ask(
  to: Nginx,
  path: string,
  { method = "GET", headers, body, from }: Question = {},
): Promise<Heard> {
  const { hostname, port } = new URL(to.url);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path, method, ...(from ? { localAddress: from } : {}) };
    const asked = request(
      { ...options, headers: { authorization: `Bearer ${key}`, ...headers } },
      (answer) => {
        let text = "";
        answer.on("data", (chunk) => (text += chunk));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, type: answer.headers["content-type"] ?? "", body: text }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

test(
  "doubled slashes and encoded letters lead to the path, and nothing else answers as a page",
  { skip },
  async () => {
    for (const to of [nginx, bare])
      for (const path of [
        "/account/api/v1/user",
        "//account/api/v1/user",
        "/account//api/v1/user",
        "/%61ccount/api/v1/%75ser",
      ])
        assert.equal((await ask(to, path)).status, 200, path);
    for (const path of ["/Account/api/v1/user", "/api/v1/user", "//nothing", "/%6eothing"]) {
      const { status, type } = await ask(nginx, path, { headers: { accept: "text/html" } });
      assert.deepEqual([status, /json/.test(type)], [404, true], path);
    }
  },
);

test(
  "a message by a doubled slash is stored, or refused so that its source tries again",
  { skip },
  async () => {
    const source = await addSource(app);
    for (const [place, path] of [
      `/in/generic/${source.id}/${source.token}`,
      `//in//generic/${source.id}/${source.token}`,
      `/%69n/generic/${source.id}/${source.token}`,
    ].entries()) {
      const body = JSON.stringify({
        id: `n${place}`,
        to: "15550100000",
        from: "x",
        text: `Your code is 100${place}`,
      });
      const { status } = await ask(nginx, path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const [row] = await app.db.rows<{ n: number }>(
        `select count(*)::int as n from messages where source_key = $1`,
        [`n${place}`],
      );
      assert.deepEqual([status, row?.n], [200, 1], path);
    }
  },
);

test("who calls is whom nginx saw, whatever the client says of itself", { skip }, async () => {
  const { accountId, liveKey } = await app.account();
  await app.db.rows(
    `update api_keys set allowed_ips = '{127.0.0.2/32}' where wallet_id in (select id from wallets where account_id = $1)`,
    [accountId],
  );
  const status = async (from: string, forwarded: Record<string, string> = {}): Promise<number> =>
    (
      await ask(nginx, "/account/api/v1/user", {
        from,
        headers: { authorization: `Bearer ${liveKey}`, ...forwarded },
      })
    ).status;
  assert.equal(await status("127.0.0.2"), 200);
  assert.equal(await status("127.0.0.3"), 403);
  for (const claim of ["127.0.0.2", "127.0.0.2, 127.0.0.2", "garbage", "[::ffff:127.0.0.2]:99", ","]) {
    assert.equal(await status("127.0.0.3", { "x-forwarded-for": claim }), 403, claim);
    assert.equal(await status("127.0.0.2", { "x-forwarded-for": claim }), 200, claim);
  }
});

test(
  "metrics are not public: not by a proxy that says for whom it asks, nor by one that says nothing",
  { skip },
  async () => {
    const unnamed = await startTestApp({ LOG_LEVEL: "silent", PUBLIC_BASE_URL: "https://otp.example.com" });
    const silent = await startNginx(unnamed.url, "");
    try {
      for (const path of ["/metrics", "//metrics", "/%6detrics"])
        for (const to of [nginx, silent])
          for (const host of ["otp.example.com", "localhost", "127.0.0.1"])
            assert.equal((await ask(to, path, { headers: { host } })).status, 403, `${path} ${host}`);
    } finally {
      await silent.stop();
      await unnamed.close();
    }
  },
);

test(
  "a wait for a message that comes is answered by nginx at once, and wait=60 before its limit of 60 s",
  { skip },
  async () => {
    const client = clientFor(app, key);
    const order = await rent(client);
    const waiting = ask(nginx, `/account/api/v1/sms?order_id=${order.order_id}&wait=60`);
    await send(client, order, "Your code is 4711");
    assert.equal(JSON.parse((await waiting).body).data.sms_code, "4711");
    const { status, body } = await longWait;
    assert.equal(status, 200, body);
    assert.equal(JSON.parse(body).data.status, "PENDING");
  },
);
