import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { usualKey } from "../../src/domain/accounts/create-key.ts";
import { issueKey } from "../../src/domain/accounts/issue-key.ts";
import { revoke } from "../../src/domain/accounts/revoke.ts";
import { resume, suspend } from "../../src/domain/accounts/suspend.ts";
import { secondsAfter } from "../../src/kit/clock.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { rent, send, sms } from "../helpers/orders.ts";
import { openStream } from "../helpers/stream.ts";

// Requests that wait while their caller loses access: the wait ends at once, on every process, and shows nothing
// more.

let app: TestApp;
let other: TestApp;
before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent" });
  other = await app.sibling();
});
after(() => app.close());

interface Situation {
  accountId: number;
  keyId: number;
  /** With the key that will be lost, on the process that does not hear of it first. */
  losing: Client;
  /** With one that stays valid. */
  staying: Client;
}

async function situation(): Promise<Situation> {
  const account = await app.account();
  const input = { ...usualKey, account: String(account.accountId), mode: "test" as const, actor: "test" };
  const { id, key } = await issueKey(app, input);
  return {
    accountId: account.accountId,
    keyId: id,
    losing: clientFor(other, key),
    staying: clientFor(app, account.testKey),
  };
}

const waitSeconds = 60;
/** Long before the wait would end anyway. */
const soon = async <T>(what: string, work: Promise<T>): Promise<T> => {
  const began = performance.now();
  const done = await work;
  const seconds = (performance.now() - began) / 1000;
  assert.ok(seconds < waitSeconds / 2, `${what} took ${seconds.toFixed(1)} s`);
  return done;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

const losses: [string, (s: Situation) => Promise<unknown>, [number, string]][] = [
  ["a revoked key", ({ keyId }) => revoke(app, { keyId, actor: "test" }), [401, "unauthorized"]],
  [
    "a suspended account",
    ({ accountId }) => suspend(app, { accountId, reason: "test", actor: "test" }),
    [403, "forbidden"],
  ],
];
for (const [name, lose, refused] of losses) {
  test(`${name}: long polls and streams end at once, and no code is shown`, async () => {
    const s = await situation();
    const order = await rent(s.staying);
    const stream = await openStream(other, s.losing);
    const ofOrder = await openStream(other, s.losing, { query: { order_id: order.order_id } });
    const poll = s.losing.get("/sms", { order_id: order.order_id, wait: String(waitSeconds) });
    await settled();
    await lose(s);
    const answer = await soon("the long poll", poll);
    assert.deepEqual([answer.status, answer.body.code], refused);
    await soon("the streams", Promise.all([stream.ended, ofOrder.ended]));
    if (refused[0] === 403) await resume(app, { accountId: s.accountId, actor: "test" });
    await send(s.staying, order, "4711 is your WhatsApp code");
    assert.equal((await sms(s.staying, order)).sms_code, "4711");
    for (const each of [stream, ofOrder]) assert.deepEqual(await each.rest(100), []);
  });
}

test("a key that expires while its client waits: the wait ends, and what comes then is not shown", async () => {
  const s = await situation();
  const order = await rent(s.staying);
  const stream = await openStream(other, s.losing);
  const expiresAt = secondsAfter(app.clock.now(), 1.5);
  await app.db.rows(`update api_keys set expires_at = $2 where id = $1`, [s.keyId, expiresAt]);
  const answer = await soon(
    "the long poll",
    s.losing.get("/sms", { order_id: order.order_id, wait: String(waitSeconds) }),
  );
  assert.ok(
    answer.status === 401 || (answer.body.data as { status: string }).status === "PENDING",
    answer.text,
  );
  app.clock.advance(1);
  await send(s.staying, order, "4711 is your WhatsApp code");
  await soon("the stream", stream.ended);
  assert.deepEqual(await stream.rest(0), []);
  assert.equal((await s.losing.get("/user")).status, 401);
});

test("others of the same account go on waiting", async () => {
  const s = await situation();
  const order = await rent(s.staying);
  const stream = await openStream(app, s.staying);
  const poll = sms(s.staying, order, 30);
  await settled();
  await revoke(app, { keyId: s.keyId, actor: "test" });
  await settled();
  await send(s.staying, order, "4712 is your WhatsApp code");
  assert.equal((await poll).sms_code, "4712");
  assert.equal((await stream.take(1))[0]?.data["sms_code"], "4712");
  stream.close();
});
