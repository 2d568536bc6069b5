import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { admit, hashOfKey } from "../../src/domain/accounts/authenticate.ts";
import type { Scope } from "../../src/domain/accounts/account.ts";
import { issueKey, type IssueInput } from "../../src/domain/accounts/issue-key.ts";
import { revoke } from "../../src/domain/accounts/revoke.ts";
import { listKeys } from "../../src/domain/accounts/queries.ts";
import { createQueue } from "../../src/kit/queue.ts";
import { openLookUps } from "../../src/domain/orders/look-ups.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { refusal, rent, send } from "../helpers/orders.ts";
import { openStream } from "../helpers/stream.ts";
import { inZone } from "../helpers/zone.ts";

let app: TestApp;
let sibling: TestApp;
let username: string;
let accountId: number;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "1000" });
  sibling = await app.sibling();
  ({ username, accountId } = await app.account());
});
after(() => app.close());

const issue = async (over: Partial<IssueInput>): Promise<{ id: number; client: Client; secret: string }> => {
  const usual = {
    name: "test",
    scopes: ["rent"] as Scope[],
    allowedIps: [],
    dailyCapMinor: null,
    expiresAt: null,
  };
  const { id, key } = await issueKey(app, {
    account: username,
    mode: "test",
    actor: "test",
    ...usual,
    ...over,
  });
  return { id, client: clientFor(app, key), secret: key };
};

test("scopes: read reads; rent and admin do all of it", async () => {
  const { client: reader } = await issue({ scopes: ["read"] });
  for (const path of ["/user", "/countries", "/orders"]) assert.equal((await reader.get(path)).status, 200);
  assert.equal((await reader.get("/services", { country: "US" })).status, 200);
  assert.equal((await reader.post("/tools/extract", { text: "Your code is 1234" })).status, 200);
  for (const path of ["/rent", "/cancel", "/finish", "/resend", "/report", "/sandbox/sms"]) {
    const answer = await reader.post(path, {});
    assert.deepEqual([refusal(answer), answer.body["scope"]], [[403, "forbidden"], "rent"], path);
    assert.match(answer.body.message ?? "", /scope "rent"/);
  }
  for (const scopes of [["rent"], ["admin"], ["read", "admin"]] as Scope[][]) {
    const { client } = await issue({ scopes });
    assert.equal((await client.post("/rent", rentBody())).status, 200, scopes.join());
    assert.equal((await client.get("/user")).status, 200);
  }
});

test("an allow list of addresses and networks, IPv4 and IPv6", async () => {
  const isAllowed = async (allowedIps: string[]): Promise<boolean> =>
    (await (await issue({ allowedIps })).client.get("/user")).status === 200;
  for (const list of [["127.0.0.1"], ["127.0.0.0/8"], ["10.0.0.0/8", "127.0.0.1"], ["0.0.0.0/0"]])
    assert.ok(await isAllowed(list), list.join());
  for (const list of [["127.0.0.2"], ["10.0.0.0/8"], ["::1"], ["2001:db8::/32"]])
    assert.ok(!(await isAllowed(list)), list.join());
  const { client } = await issue({ allowedIps: ["203.0.113.7"] });
  const answer = await client.get("/user");
  assert.deepEqual(refusal(answer), [403, "forbidden"]);
  assert.match(answer.body.message ?? "", /may not be used from 127\.0\.0\.1/);
});

test("an allow list holds for addresses of every notation", async () => {
  const { findKey } = openLookUps(app.db, createQueue);
  const from = async (allowedIps: string[], ip: string): Promise<boolean> => {
    const { secret } = await issue({ allowedIps });
    const row = await findKey(hashOfKey(secret));
    try {
      return admit({ clock: app.clock, keyUses: { note: () => {} } }, row, ip).keyId === row?.keyId;
    } catch {
      return false;
    }
  };
  assert.deepEqual(
    await Promise.all([
      from(["2001:db8::/32"], "2001:db8:1::5"),
      from(["2001:db8::/32"], "2001:DB8:0:0:0:0:0:1"),
      from(["2001:db8::/32"], "2001:db9::1"),
    ]),
    [true, true, false],
  );
  assert.deepEqual(
    await Promise.all([from(["::1"], "0:0:0:0:0:0:0:1"), from(["::1"], "127.0.0.1"), from(["::1"], "::2")]),
    [true, false, false],
  );
  assert.deepEqual(
    await Promise.all([from(["127.0.0.1"], "::ffff:127.0.0.1"), from(["10.0.0.0/8"], "::ffff:127.0.0.1")]),
    [true, false],
  );
  assert.deepEqual(
    await Promise.all([from(["192.0.2.128/25"], "192.0.2.200"), from(["192.0.2.128/25"], "192.0.2.100")]),
    [true, false],
  );
  for (const wrong of ["localhost", "1.2.3", "1.2.3.4/33", "::/129", "1.2.3.4/", "1.2.3.4/8/8", ""]) {
    await assert.rejects(issue({ allowedIps: [wrong] }), { code: "invalid_request" }, wrong);
  }
});

test("a daily cap: spent, refused, given back on cancel, new the next day", async () => {
  app.clock.advanceTo("12:00");
  const { client } = await issue({ dailyCapMinor: 2 * 45_000 });
  const { client: uncapped } = await issue({});
  const [one] = [await rent(client), await rent(client)];
  const capped = await client.post("/rent", rentBody());
  assert.deepEqual(refusal(capped), [403, "daily_cap_reached"]);
  assert.match(capped.body.message ?? "", /900\.00 a day/);
  await rent(uncapped);

  await client.post("/cancel", { order_id: one.order_id });
  const again = await rent(client);
  await send(client, again, "Your code is 1234");
  assert.equal(
    (await client.post("/rent", rentBody())).body.code,
    "daily_cap_reached",
    "what was paid for stays spent",
  );
  assert.equal(
    (await client.post("/rent", rentBody({ service: "test-supplier-down" }))).body.code,
    "daily_cap_reached",
  );

  app.clock.advance(86_400);
  assert.equal(
    (await client.post("/rent", rentBody({ service: "test-no-numbers" }))).body.code,
    "no_numbers",
  );
  await rent(client);
  await rent(client);
  assert.equal((await client.post("/rent", rentBody())).body.code, "daily_cap_reached");
});

for (const [zone, timeOfDay] of [
  ["America/New_York", "00:30"], // The previous evening there,
  ["Asia/Kolkata", "23:30"], // and the next morning.
] as const)
  test(`a daily cap is of a day of UTC, for a server in ${zone} as well`, async (t) => {
    inZone(t, zone);
    app.clock.advanceTo(timeOfDay);
    const { client } = await issue({ dailyCapMinor: 45_000 });
    await send(client, await rent(client), "Your code is 1234"); // Money for orders that come to nothing is returned.
    assert.equal((await client.post("/rent", rentBody())).body.code, "daily_cap_reached");
    app.clock.advanceTo("23:59");
    assert.equal((await client.post("/rent", rentBody())).body.code, "daily_cap_reached");
    app.clock.advance(60);
    await rent(client);
  });

test("a cap holds against rents that come together, on two processes", async () => {
  app.clock.advanceTo("12:00");
  const { secret } = await issue({ dailyCapMinor: 5 * 45_000 + 1 });
  const clients = [clientFor(app, secret), clientFor(sibling, secret)];
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, place) => (clients[place % 2] as Client).post("/rent", rentBody())),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 5);
  assert.ok(answers.every(({ status, body }) => status === 200 || body.code === "daily_cap_reached"));
});

test("a key expires to the second", async (t) => {
  app.clock.stop(t);
  const expiresAt = new Date(app.clock.now().getTime() + 3600_000);
  const { client } = await issue({ expiresAt });
  app.clock.advance(3599);
  assert.equal((await client.get("/user")).status, 200);
  app.clock.advance(1);
  const answer = await client.get("/user");
  assert.deepEqual(refusal(answer), [401, "unauthorized"]);
  assert.ok(answer.body.message?.includes(expiresAt.toISOString()));
  await assert.rejects(issue({ expiresAt }), { code: "invalid_request" });
});

test("a revoked key is refused from the next request on, by every process; the others go on", async () => {
  const { id, client, secret } = await issue({});
  const { client: spare } = await issue({});
  const elsewhere = clientFor(sibling, secret);
  assert.deepEqual([(await client.get("/user")).status, (await elsewhere.get("/user")).status], [200, 200]);
  await revoke(app, { keyId: id, actor: "test" });
  for (const each of [client, elsewhere]) {
    const answer = await each.get("/user");
    assert.deepEqual(refusal(answer), [401, "unauthorized"]);
    assert.match(answer.body.message ?? "", /revoked/);
  }
  assert.equal((await spare.get("/user")).status, 200);
});

test("a stream that is open when its key is revoked shows nothing more", async () => {
  const account = (await app.account()).username;
  const { id, client } = await issue({ account });
  const { client: other } = await issue({ account });
  const stream = await openStream(app, client);
  const order = await rent(other);
  await send(other, order, "Your code is 1111");
  assert.equal((await stream.take(1))[0]?.data["sms_code"], "1111");
  await revoke(app, { keyId: id, actor: "test" });
  await send(other, order, "Your code is 2222");
  assert.deepEqual(await stream.rest(300), []);
  await stream.ended;
});

test("a suspended account is refused, and told so", async () => {
  const { accountId: other, testKey } = await app.account();
  await app.db.rows(`update accounts set suspended_at = $2 where id = $1`, [other, app.clock.now()]);
  const answer = await clientFor(app, testKey).get("/user");
  assert.deepEqual(refusal(answer), [403, "forbidden"]);
  assert.match(answer.body.message ?? "", /suspended/);
});

test("the last use is noted, with the address; a key's hash is all that is stored of it", async (t) => {
  app.clock.stop(t);
  const another = await startTestApp({}, app);
  const { id, secret } = await issue({});
  assert.equal((await clientFor(another, secret).get("/user")).status, 200);
  await another.close(); // Uses are written at intervals, and at the end.
  const key = (await listKeys(app.db, accountId, app.clock.now())).find((each) => each.id === id);
  assert.equal(key?.lastUsedIp, "127.0.0.1");
  assert.deepEqual(key?.lastUsedAt, app.clock.now());
  const [row] = await app.db.rows<{ all: string }>(`select k::text as all from api_keys k where id = $1`, [
    id,
  ]);
  assert.ok(row && !row.all.includes(secret.slice(9, 30)));
});
