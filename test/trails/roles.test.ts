import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addTestMember, goodPassword, type Browser, type TestMember } from "../helpers/browser.ts";
import { addCase } from "../helpers/cases.ts";
import { rentBody } from "../helpers/client.ts";

let app: TestApp;
let mine: { accountId: number };
const people = new Map<string, TestMember>();
before(async () => {
  app = await startTestApp();
  mine = await app.account();
  for (const role of ["owner", "developer", "billing", "viewer", "operator"] as const)
    people.set(role, await addTestMember(app, mine.accountId, role));
  people.set("stranger", await addTestMember(app, (await app.account()).accountId, "owner"));
});
after(() => app.close());

const browserOf = (role: string): Promise<Browser> => (people.get(role) as TestMember).signIn();
const nobodys = "999999999";
const fill = (url: string, id: string): string => url.replace("/dashboard/api/", "").replace(/:[a-z_]+/g, id);

/** A passkey of the member, as if a browser had created it. */
async function passkeyOf(memberId: number): Promise<number> {
  const [row] = await app.db.rows<{ id: number }>(
    `insert into passkeys (member_id, credential_id, public_key, sign_count, transports, name, synced, created_at)
     values ($1, 'ours', '', 0, '{}', 'ours', false, $2) returning id`,
    [memberId, app.clock.now()],
  );
  return (row as { id: number }).id;
}

test("another account's owner finds nothing of ours, on any route", async () => {
  const owner = await browserOf("owner");
  const rented = await owner.post("//account/api/v1/rent", rentBody(), { mode: "test" });
  const { order_id: orderId, number } = rented.body.data as { order_id: string; number: string };
  const { id: keyId } = (await owner.post("keys", { name: "ours" }, { mode: "test" })).body.data as {
    id: number;
  };
  const invited = await owner.post("team/invitations", { email: "ours@example.com", role: "viewer" });
  const { id: invitationId } = invited.body.data as { id: number };
  const sessions = (await owner.get("sessions")).body.data as { id: number; current: boolean }[];
  const ids: Record<string, number | string> = {
    "orders/:order_id": orderId,
    "orders/:order_id/certificate": orderId,
    "cases/:id/appeal": await addCase(app, mine.accountId, number),
    "keys/:id": keyId,
    "team/:id": people.get("viewer")?.id ?? 0,
    "team/invitations/:id": invitationId,
    "passkeys/:id": await passkeyOf(people.get("owner")?.id ?? 0),
    "sessions/:id": sessions.find(({ current }) => current)?.id ?? 0,
  };
  const bodies: Record<string, object> = {
    "PATCH team/:id": { role: "owner", password: goodPassword },
    "DELETE passkeys/:id": { password: goodPassword },
    "POST cases/:id/appeal": { text: "This was somebody else." },
  };
  const stranger = await browserOf("stranger");
  const withIds = app.app.dashboardRoutes.filter(
    ({ url, who }) => url.includes(":") && !who.includes("operator"),
  );
  for (const { method, url } of withIds) {
    const id = ids[url.replace("/dashboard/api/", "")];
    assert.ok(id, `${url} has an id of whose things this test should know one`);
    const body = bodies[`${method} ${url.replace("/dashboard/api/", "")}`];
    const reply = await stranger.call(method, fill(url, String(id)), body, { mode: "test" });
    assert.equal(reply.status, 404, `${method} ${url}: ${reply.text}`);
  }
  for (const { method, url, who } of app.app.dashboardRoutes) {
    if (method !== "GET" || url.includes(":") || who.includes("operator")) continue;
    const { text } = await stranger.get(fill(url, nobodys), { mode: "test" });
    for (const ours of [orderId, "ours@example.com", people.get("viewer")?.username ?? "", '"name":"ours"'])
      assert.ok(!text.includes(ours), `${url} shows ${ours}`);
  }
  assert.equal((await owner.get("me")).status, 200);
  const [key] = (await owner.get("keys")).body.data as { revoked_at: string | null }[];
  assert.equal(key?.revoked_at, null);
  const { members, invitations } = (await owner.get("team")).body.data as {
    members: object[];
    invitations: object[];
  };
  assert.deepEqual([members.length, invitations.length], [4, 1]);
  assert.equal(((await owner.get("passkeys")).body.data as object[]).length, 1);
});

test("a suspended account looks, and does nothing; resumed it goes on", async () => {
  const account = await app.account();
  const owner = await (await addTestMember(app, account.accountId, "owner")).signIn();
  const operator = await browserOf("operator");
  const path = `operator/customers/${account.accountId}`;
  assert.equal((await operator.post(`${path}/suspend`, {})).body.field, "reason");
  assert.equal((await operator.post(`${path}/suspend`, { reason: "complaints" })).status, 200);
  const withKey = { headers: { authorization: `Bearer ${account.testKey}` } };
  for (const options of [withKey, { mode: "test" as const }]) {
    const rent = await owner.post("//account/api/v1/rent", rentBody(), options);
    assert.deepEqual([rent.status, rent.body.code], [403, "forbidden"]);
  }
  assert.equal((await owner.post("keys", { name: "k" })).status, 403);
  assert.equal((await owner.get("wallet")).status, 200);
  assert.equal(
    ((await owner.get("me")).body.data as { account: { suspended: boolean } }).account.suspended,
    true,
  );
  assert.equal((await operator.post(`${path}/resume`)).status, 200);
  assert.equal((await owner.post("//account/api/v1/rent", rentBody(), { mode: "test" })).status, 200);
});
