import assert from "node:assert/strict";
import { test } from "node:test";
import type { Push } from "#answers/push.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, type Browser } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { rent, send } from "../helpers/orders.ts";
import { PushBrowser, readVapid, startPushService, type ReceivedPush } from "../helpers/push.ts";
import { until } from "../helpers/until.ts";

const service = perFile(() => startPushService());
const app = perFile(() =>
  startTestApp({ MAIL_FROM: "Codes <codes@example.org>" }, undefined, null, [], service.agent),
);
const code = "482-159";
let places = 0;

/** A developer whose browser is told, and a program that rents with the account's test key. */
async function subscriber() {
  const account = await app.account();
  const member = await addTestMember(app, account.accountId, "developer");
  const browser = await member.signIn();
  const device = new PushBrowser(`https://push.example.org/device/${++places}`);
  const reply = await browser.call("PUT", "push", device.target);
  assert.equal(reply.status, 200, reply.text);
  return { account, browser, device, client: clientFor(app, account.testKey) };
}

const pushesTo = ({ target }: PushBrowser): ReceivedPush[] =>
  service.received.filter(({ path }) => path === new URL(target.endpoint).pathname);
const untilPushes = (device: PushBrowser, count: number): Promise<ReceivedPush[]> =>
  until(
    async () => pushesTo(device),
    (pushes) => pushes.length >= count,
  );
const isOn = async (browser: Browser): Promise<boolean> => ((await browser.get("push")).body.data as Push).on;
const untilNoneDue = (): Promise<unknown> =>
  until(
    () => app.db.rows(`select 1 from pushes`),
    (rows) => rows.length === 0,
  );

test("a browser is told that a code arrived for a service, encrypted and signed, without the code", async () => {
  const { browser, device, client } = await subscriber();
  const order = await rent(client);
  await send(client, order, `Your WhatsApp code is ${code}`);
  const [push] = (await untilPushes(device, 1)) as [ReceivedPush];
  assert.deepEqual(device.read(push.body), {
    order_id: Number(order.order_id),
    service: "WhatsApp",
    mode: "test",
    has_code: true,
  });
  assert.equal(push.headers["content-encoding"], "aes128gcm");
  assert.equal(push.headers["ttl"], "600");
  assert.equal(push.headers["urgency"], "high");
  const signed = readVapid(push.headers.authorization);
  const { public_key: key } = (await browser.get("push")).body.data as Push;
  assert.equal(signed?.key, key);
  assert.equal(signed?.claims.aud, "https://push.example.org");
  assert.equal(signed?.claims.sub, "mailto:codes@example.org");
  assert.ok((signed?.claims.exp ?? 0) * 1000 < Date.now() + 24 * 3_600_000);
  await untilNoneDue();
  assert.equal(pushesTo(device).length, 1, "told once");
});

test("only what comes after the choice is told, to each who chose it, and not beyond the sign-out", async () => {
  const { account, browser, device, client } = await subscriber();
  const early = await rent(client);
  const second = await addTestMember(app, account.accountId, "owner");
  const viewer = await addTestMember(app, account.accountId, "viewer");
  assert.equal((await (await viewer.signIn()).call("PUT", "push", device.target)).status, 403);
  await send(client, early, "Your WhatsApp code is 111-111");
  await untilPushes(device, 1);
  const late = new PushBrowser(`https://push.example.org/device/${++places}`);
  assert.equal((await (await second.signIn()).call("PUT", "push", late.target)).status, 200);
  await send(client, early, "Your WhatsApp code is 222-222");
  await untilPushes(late, 1);
  await untilPushes(device, 2);
  await browser.post("sign-out");
  await send(client, early, "Your WhatsApp code is 333-333");
  await untilPushes(late, 2);
  await untilNoneDue();
  assert.equal(pushesTo(device).length, 2);
  const stranger = await subscriber();
  await send(client, early, "Your WhatsApp code is 444-444");
  await untilPushes(late, 3);
  assert.equal(pushesTo(stranger.device).length, 0, "nobody else's codes");
});

test("a push that fails is tried again; one that nobody waits for any more is dropped", async () => {
  const { browser, device, client } = await subscriber();
  const order = await rent(client);
  service.statuses.push(503, 429);
  await send(client, order, "Your WhatsApp code is 123-123");
  await untilPushes(device, 1);
  await app.db.rows(`select 1`);
  for (const count of [2, 3]) {
    await until(
      () => app.db.rows<{ at: Date }>(`select next_at as at from pushes where tries = $1`, [count - 1]),
      ([row]) => row !== undefined && row.at.getTime() - app.clock.now().getTime() < 30_000,
    );
    app.clock.advance(30);
    await untilPushes(device, count);
  }
  await untilNoneDue();
  service.statuses.push(500);
  await send(client, order, "Your WhatsApp code is 321-321");
  await untilPushes(device, 4);
  app.clock.advance(700);
  await until(
    async () => {
      service.statuses.splice(0, service.statuses.length, 500);
      return app.db.rows(`select 1 from pushes`);
    },
    (rows) => rows.length === 0,
  );
  service.statuses.length = 0;
  assert.equal(await isOn(browser), true);
});

test("a subscription that the browser ended, or that fails again and again, goes", async () => {
  for (const gone of [404, 410]) {
    const { browser, device, client } = await subscriber();
    const order = await rent(client);
    service.statuses.push(gone);
    await send(client, order, "Your WhatsApp code is 123-123");
    await untilPushes(device, 1);
    await until(
      () => isOn(browser),
      (on) => !on,
    );
  }
  const { browser, device, client } = await subscriber();
  const order = await rent(client);
  for (let count = 1; count <= 10; count++) {
    assert.equal(await isOn(browser), true);
    service.statuses.push(403);
    await send(client, order, `Your WhatsApp code is 555-${100 + count}`);
    await untilPushes(device, count);
    await untilNoneDue();
  }
  await until(
    () => isOn(browser),
    (on) => !on,
  );
});

test("addresses that are no push service's are refused with what to do, and switching off ends it", async () => {
  const { browser, device } = await subscriber();
  const { endpoint } = device.target;
  const bad: Record<string, string>[] = [
    ...[
      endpoint.replace("https", "http"),
      "https://push.example.org:8443/x",
      "https://user:pass@push.example.org/x",
      "https://127.0.0.1/x",
      "https://2130706433/x",
      "https://0x7f.1/x",
      "https://[::1]/x",
      "https://localhost/x",
      "https://database/x",
      "ftp://push.example.org/x",
      "nonsense",
    ].map((address) => ({ endpoint: address })),
    { p256dh: "AAAA" },
    { auth: "AAAA" },
  ];
  for (const change of bad) {
    const reply = await browser.call("PUT", "push", { ...device.target, ...change });
    assert.equal(reply.status, 400, JSON.stringify(change));
    assert.equal(reply.body.code, "push_target_invalid", reply.text);
  }
  assert.equal(await isOn(browser), true);
  assert.equal((await browser.call("DELETE", "push")).status, 200);
  assert.equal(await isOn(browser), false);
});
