import assert from "node:assert/strict";
import { test } from "node:test";
import { Secret, TOTP } from "otpauth";
import { setOrderLimit } from "../../src/domain/wallet/set-order-limit.ts";
import { suspend } from "../../src/domain/accounts/suspend.ts";
import { startTestApp } from "../helpers/app.ts";
import { confirm, goodPassword, newestLink, openBrowser, signUp } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { payIn } from "../helpers/credit.ts";
import { perFile } from "../helpers/fixtures.ts";
import { rent, send } from "../helpers/orders.ts";
import { openStream } from "../helpers/stream.ts";

const app = perFile(() => startTestApp());

test("open pages are told of each change to their own account, from whichever process, and of no other's", async (t) => {
  const sibling = await app.sibling();
  const [ours, theirs] = [await signUp(app), await signUp(app)];
  for (const person of [ours, theirs]) await confirm(app, person);
  const { browser } = ours;
  const me = (await browser.get("me")).body.data as { account: { id: number }; member: { id: number } };
  const { id: accountId } = me.account;
  const live = await openStream(sibling, browser, { query: { mode: "live" } });
  const sandbox = await openStream(sibling, browser, { query: { mode: "test" } });
  const strangers = [
    await openStream(sibling, theirs.browser, { query: { mode: "live" } }),
    await openStream(sibling, theirs.browser, { query: { mode: "test" } }),
  ];
  const made = await browser.post("keys", { name: "program" }, { mode: "test" });
  const key = made.body.data as { id: number; key: string };
  const program = clientFor(app, key.key);
  const programs = await openStream(sibling, program);
  t.after(() => [live, sandbox, programs, ...strangers].forEach((stream) => stream.close()));
  await sandbox.take(1);

  /** The change that the page is told of at last; what comes in between tells of the same work. */
  const told = async (stream: typeof live, change: string, work: () => Promise<unknown>): Promise<void> => {
    await work();
    for (;;) {
      const [event] = await stream.take(1);
      if (event?.event !== "changed") continue;
      assert.deepEqual(Object.keys(event.data), ["changes"], "nothing but what to read again");
      assert.ok(Number.isNaN(event.id), "resuming goes on from the last event");
      if ((event.data["changes"] as string[]).includes(change)) break;
    }
    await stream.rest(350);
  };
  const orders = (work: () => Promise<unknown>) => told(sandbox, "orders", work);
  const account = (work: () => Promise<unknown>) => told(live, "account", work);
  let order = { order_id: "", number: "" };
  await told(live, "orders", () => payIn(app, accountId, 100_000));
  await orders(async () => {
    order = await rent(program);
  });
  await orders(() => send(program, order, "Your WhatsApp code: 123-456"));
  await orders(() => program.post("/resend", { order_id: order.order_id }));
  await orders(() => browser.call("PATCH", "wallet", { low_balance: 5 }, { mode: "test" }));
  const limit = { accountId, mode: "live", maxOpenOrders: 7, reason: "test", actor: "test" } as const;
  await account(() => setOrderLimit(app, limit));
  const limits = await browser.get("limits", { mode: "live" });
  assert.equal((limits.body.data as { open_orders: number }).open_orders, 7, "the wallet's own limit");

  const invite = (role: string) =>
    browser.post("team/invitations", { email: `${role}@example.com`, role, password: goodPassword });
  await account(async () => {
    const { id } = (await invite("viewer")).body.data as { id: number };
    await live.take(1);
    await browser.call("DELETE", `team/invitations/${id}`);
  });
  await account(() => invite("developer"));
  const joining = { username: `joined-${process.pid}`, password: goodPassword };
  const newcomer = openBrowser(app);
  const token = await newestLink(app, "developer@example.com");
  await account(() => newcomer.post("invitations/accept", { token, ...joining }));
  const joined = (await newcomer.get("me")).body.data as { member: { id: number } };
  await account(async () => {
    const { secret } = (await newcomer.post("totp/begin", { password: goodPassword })).body.data as never;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: app.clock.now().getTime(),
    });
    assert.equal((await newcomer.post("totp/enable", { code })).status, 200);
  });
  await account(() => browser.call("PATCH", `team/${joined.member.id}`, { role: "viewer" }));
  await account(() => browser.call("DELETE", `team/${joined.member.id}`));
  await told(sandbox, "account", () => browser.call("DELETE", `keys/${key.id}`));

  await suspend(app, { accountId, reason: "test", actor: "test" });
  await live.ended;
  assert.deepEqual(
    (await programs.rest(0)).filter(({ event }) => event === "changed"),
    [],
    "keys hear events only",
  );
  for (const stranger of strangers) assert.deepEqual(await stranger.rest(100), []);
});

test("a program that rents without end has its pages read no more than a few times a second", async (t) => {
  const { browser } = await signUp(app);
  const { key } = (await browser.post("keys", { name: "program" }, { mode: "test" })).body.data as {
    key: string;
  };
  const program = clientFor(app, key);
  const page = await openStream(app, browser, { query: { mode: "test" } });
  t.after(() => page.close());
  const began = performance.now();
  for (let n = 0; n < 20; n++) await rent(program);
  const told = [...(await page.take(1)), ...(await page.rest(600))];
  const seconds = (performance.now() - began) / 1000;
  assert.ok(told.length <= seconds * 4 + 1, `${told.length} times in ${seconds} s`);
});
