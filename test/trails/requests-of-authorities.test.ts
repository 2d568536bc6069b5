import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { generateKeyPairSync, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { AuthorityRequest, RequestDetails, ToldRequest } from "#answers/requests.ts";
import type { Transparency } from "#answers/operator/transparency.ts";
import { recordAction } from "../../src/domain/audit/record-action.ts";
import { openLetter } from "../../src/domain/mail/sealed-letter.ts";
import { verifyDocument } from "../../src/domain/cases/requests/signed-document.ts";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, goodPassword, type Browser, type Reply } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { perFile } from "../helpers/fixtures.ts";
import { refusal, rent } from "../helpers/orders.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { toolFor } from "../helpers/tool.ts";
import { until } from "../helpers/until.ts";

// A request of an authority: two people release it, exactly its scope leaves, and the customer is told.

const daySeconds = 86_400;
const app = perFile(async () => {
  const started = await startTestApp({ LOG_LEVEL: "silent" });
  await stock(started, 30);
  return started;
});
const tool = toolFor(app);
const folder = mkdtempSync(join(tmpdir(), "zapotp-requests-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const hours = (n: number): string => new Date(app.clock.now().getTime() + n * 3_600_000).toISOString();

interface Customer {
  username: string;
  accountId: number;
  number: string;
  orderId: string;
  owner: Browser;
  ownerName: string;
  send: (text: string) => Promise<void>;
}

let messages = 0;

/** Somebody who rents a number, may get messages on it, and owns the account. */
async function customer(): Promise<Customer> {
  const account = await app.account(1_000_000);
  const { number, order_id: orderId } = await rent(clientFor(app, account.liveKey));
  const member = await addTestMember(app, account.accountId, "owner");
  const source = await addSource(app);
  const send = async (text: string): Promise<void> => {
    const sent = await source.send({ id: String(++messages), to: number, from: "WhatsApp", text });
    assert.equal(sent.status, 200);
  };
  return { ...account, number, orderId, owner: await member.signIn(), ownerName: member.username, send };
}

const operators = async (): Promise<{ ada: Browser; bob: Browser; adaName: string; bobName: string }> => {
  const [ada, bob] = [await addTestMember(app, 0, "operator"), await addTestMember(app, 0, "operator")];
  return { ada: await ada.signIn(), bob: await bob.signIn(), adaName: ada.username, bobName: bob.username };
};

const asked = (over: object): object => ({
  authority: "Police of Kent",
  reference: "K-123",
  legal_basis: "Investigatory Powers Act 2016, section 61",
  from: hours(-1),
  to: hours(0),
  kinds: ["account", "orders", "messages", "payments"],
  ...over,
});

/** A moment later, so that everything so far is in the time that ends now. */
async function record(by: Browser, over: object): Promise<number> {
  app.clock.advance(1);
  const reply = await by.post("operator/requests", asked(over));
  assert.equal(reply.status, 200, reply.text);
  return (reply.body.data as { id: number }).id;
}

const release = (by: Browser, id: number, proof: object = { password: goodPassword }): Promise<Reply> =>
  by.post(`operator/requests/${id}/release`, proof);
const details = async (by: Browser, id: number): Promise<RequestDetails> =>
  (await by.get(`operator/requests/${id}`)).body.data;
const told = async (owner: Browser): Promise<ToldRequest[]> => (await owner.get("cases/requests")).body.data;

async function lettersTo(username: string): Promise<string> {
  const letters = await app.db.rows<{ id: number; recipient: string; textSealed: Buffer }>(
    `select id, recipient, text_sealed as "textSealed" from outbox where recipient = $1 order by id`,
    [`${username}@example.com`],
  );
  return letters.map((letter) => openLetter(app.sealer, letter)).join("\n");
}

type Data = Record<string, Record<string, unknown>[]>;

/** Records a request, releases it twice and reads its export. */
async function exported(over: object): Promise<{ data: Data; customers: string[] }> {
  const { ada, bob } = await operators();
  const id = await record(ada, over);
  await release(ada, id);
  await release(bob, id);
  const { text } = await ada.get(`operator/requests/${id}/export`);
  const { data } = verifyDocument(text, app.sealer.publicKey()) as { data: Data };
  const { customers } = await details(ada, id);
  return { data, customers: customers.map(({ username }) => username) };
}

const isClosed = (orderId: string): Promise<unknown> =>
  until(
    () => app.db.rows(`select 1 from orders where order_id = $1 and closed_at is not null`, [orderId]),
    ({ length }) => length > 0,
  );

test("two different people release a request; exactly its scope is exported, signed, and the customer is told", async () => {
  const [eve, other] = [await customer(), await customer()];
  await eve.send("Your WhatsApp code: 111-222");
  await other.send("Your WhatsApp code: 333-444");
  const { ada, bob, adaName, bobName } = await operators();
  const id = await record(ada, { number: `+${eve.number}` });
  assert.deepEqual(refusal(await ada.get(`operator/requests/${id}/export`)), [409, "not_released"]);
  assert.deepEqual(refusal(await release(ada, id, {})), [400, "invalid_request", "password"]);
  assert.deepEqual(refusal(await release(ada, id, { password: "a guess" })), [
    401,
    "invalid_credentials",
    "password",
  ]);
  assert.deepEqual((await details(ada, id)).releases, [], "an unattended session releases nothing");
  assert.deepEqual((await release(ada, id)).body.data, { released: false, releases: 1 });
  assert.deepEqual(refusal(await release(ada, id)), [409, "second_person_needed"]);
  assert.deepEqual(
    refusal(await ada.get(`operator/requests/${id}/export`)),
    [409, "not_released"],
    "one person is not enough",
  );
  assert.deepEqual(await told(eve.owner), []);
  assert.deepEqual((await release(bob, id)).body.data, { released: true, releases: 2 });
  assert.deepEqual(refusal(await release(bob, id)), [409, "request_closed"]);

  const { text } = await ada.get(`operator/requests/${id}/export`);
  const { public_key: publicKey, releases, customers, created_by: recordedBy } = await details(ada, id);
  assert.equal(recordedBy, adaName, "without an address");
  assert.deepEqual(
    [releases.map(({ username }) => username), customers.map(({ username }) => username)],
    [[adaName, bobName], [eve.username]],
  );
  const document = verifyDocument(text, publicKey) as { data: Data; kinds: string[] };
  assert.deepEqual(Object.keys(document.data), ["account", "orders", "messages", "payments"]);
  assert.deepEqual(
    [
      document.data["account"]?.map(({ account }) => account),
      document.data["orders"]?.map(({ order_id: order }) => String(order)),
      document.data["messages"]?.map(({ text: words }) => words),
      [...new Set(document.data["payments"]?.map(({ order_id: order }) => String(order)))],
    ],
    [[eve.username], [eve.orderId], ["Your WhatsApp code: 111-222"], [eve.orderId]],
  );
  for (const foreign of [other.username, other.number, "333-444"])
    assert.ok(!text.includes(foreign), foreign);

  // Anybody can verify it with the key, and see a change of one letter.
  const [line = "", proof = ""] = text.split("\n");
  const { signature } = JSON.parse(proof) as { signature: string };
  assert.ok(verify(null, Buffer.from(`${line}\n`), publicKey, Buffer.from(signature, "base64")));
  const changes = [
    text.replace("111-222", "111-223"),
    `${text}{"data":"more"}\n`,
    `${text}\n`,
    text.replace("Ed25519", "RSA"),
    text.replace(/\n$/, ""),
  ];
  for (const changed of changes) assert.equal(verifyDocument(changed, publicKey), null);
  const foreignKey = generateKeyPairSync("ed25519")
    .publicKey.export({ type: "spki", format: "pem" })
    .toString();
  for (const wrong of [foreignKey, "no key"]) assert.equal(verifyDocument(text, wrong), null);

  // The customer, and nobody else, reads who asked and for what; not the reference, nor who released it.
  const notice = await lettersTo(eve.ownerName);
  assert.ok(
    notice.includes("Police of Kent") && notice.includes("section 61") && notice.includes(`+${eve.number}`),
  );
  assert.ok(!notice.includes("K-123") && !notice.includes(adaName));
  assert.deepEqual(
    (await told(eve.owner)).map(({ id: named }) => named),
    [id],
  );
  assert.deepEqual(await told(other.owner), []);
  const { requests } = JSON.parse((await eve.owner.get("account/export")).text) as {
    requests: ToldRequest[];
  };
  assert.deepEqual(
    requests.map(({ authority }) => authority),
    ["Police of Kent"],
  );

  const log = await app.db.rows<{ action: string; actor: string }>(
    `select action, split_part(actor, ' (', 1) as actor from audit_log where subject = $1 order by id`,
    [`request ${id}`],
  );
  assert.deepEqual(
    log.map(({ action, actor }) => [action, actor]),
    [
      ["request.record", adaName],
      ["request.release", adaName],
      ["request.release", bobName],
      ["request.notify", bobName],
      ["request.export", adaName],
    ],
  );
});

test("of an account, what is outside the time, the kinds or the account stays", async () => {
  const eve = await customer();
  await eve.send("Your WhatsApp code: 555-666");
  app.clock.advance(7200);
  await isClosed(eve.orderId);
  app.clock.advance(3600);
  const from = hours(-0.5);
  await eve.send("Your WhatsApp code: 777-888");
  app.clock.advance(1800);
  const to = hours(0);
  const { ada, bob } = await operators();
  const open = async (kinds: string[], time = { from, to }): Promise<Data> => {
    const id = await record(ada, { account: eve.username, kinds, ...time });
    await release(ada, id);
    await release(bob, id);
    const { text } = await ada.get(`operator/requests/${id}/export`);
    return (verifyDocument(text, app.sealer.publicKey()) as { data: Data }).data;
  };
  const all = await open(["account", "orders", "messages", "payments", "sessions", "actions"]);
  assert.deepEqual(all["orders"], [], "the order ended before the time");
  assert.deepEqual(all["payments"], []);
  assert.deepEqual(all["sessions"], [], "nobody was signed in in the time");
  assert.equal(all["account"]?.length, 1);
  assert.deepEqual(Object.keys(await open(["orders"])), ["orders"]);
  const earlier = await open(["orders", "messages", "payments", "sessions"], { from: hours(-4), to: from });
  assert.deepEqual(
    [earlier["orders"]?.length, earlier["messages"]?.map(({ text }) => text), earlier["sessions"]?.length],
    [1, ["Your WhatsApp code: 555-666"], 1],
  );
});

test("whoever's data leaves is told, also if only a late message or charge falls into the time", async () => {
  const eve = await customer();
  await app.db.rows(`update pools set late_messages = 'charge'`);
  app.clock.advance(7200);
  await isClosed(eve.orderId);
  app.clock.advance(60);
  const about = { number: eve.number, from: hours(0) };
  await eve.send("Your WhatsApp code: 999-000");
  app.clock.advance(60);
  const cases: [kind: string, customers: string[]][] = [
    ["messages", [eve.username]],
    ["payments", [eve.username]],
    ["orders", []],
    ["account", []],
  ];
  for (const [kind, customers] of cases) {
    const leaves = await exported({ ...about, kinds: [kind], to: hours(0) });
    assert.deepEqual(leaves.customers, customers, kind);
    assert.equal(leaves.data[kind]?.length, customers.length, kind);
  }
  assert.equal((await told(eve.owner)).length, 2);
});

test("what happened after the time is not in the export", async () => {
  const eve = await customer();
  await eve.send("Your WhatsApp code: 101-202");
  app.clock.advance(60);
  const from = hours(-1);
  const to = hours(0);
  app.clock.advance(60);
  await eve.send("Your WhatsApp code: 303-404");
  await addTestMember(app, eve.accountId, "viewer");
  assert.equal((await eve.owner.get("me")).status, 200);
  await app.db.rows(`update accounts set suspended_at = $2, closed_at = $2 where id = $1`, [
    eve.accountId,
    app.clock.now(),
  ]);
  app.clock.advance(7200);
  await isClosed(eve.orderId);
  const kinds = ["account", "orders", "messages", "sessions"];
  const read = async (end: string) => {
    const { data } = await exported({ account: String(eve.accountId), kinds, from, to: end });
    const [account, order, session] = [data["account"]?.[0], data["orders"]?.[0], data["sessions"]?.[0]];
    return {
      members: (account?.["members"] as unknown[] | undefined)?.length,
      ends: [account?.["closed_at"], account?.["suspended_at"], order?.["ended_at"], order?.["status"]],
      messages: [order?.["messages"], data["messages"]?.length],
      lastSeen: String(session?.["last_seen_at"]),
    };
  };
  const then = await read(to);
  assert.deepEqual(
    [then.members, then.ends, then.messages],
    [1, [null, null, null, null], [1, 1]],
    "as it was at the end of the time",
  );
  assert.ok(Date.parse(then.lastSeen) <= Date.parse(to), then.lastSeen);
  const later = await read(hours(0));
  assert.equal(later.members, 2);
  assert.ok(later.ends.every((end) => end !== null));
  assert.deepEqual(later.messages, [2, 2]);
});

test("of a number, everybody who had it in the time is concerned, whoever has it now, and nobody else", async () => {
  const [before, first, second, later] = [
    await customer(),
    await customer(),
    await customer(),
    await customer(),
  ];
  const moveTo = (orderId: string, from: number, to: number | null): Promise<unknown> =>
    app.db.rows(
      `update orders set number = $2, created_at = $3, closed_at = $4::timestamptz,
         status = case when $4::timestamptz is null then status else 'CANCELLED' end where order_id = $1`,
      [orderId, later.number, hours(from), to === null ? null : hours(to)],
    );
  await moveTo(before.orderId, -9, -8);
  await moveTo(first.orderId, -8, -6);
  await moveTo(second.orderId, -5, -3);
  await moveTo(later.orderId, -1, null);
  const expected = [first.username, second.username].toSorted();
  const about = { number: later.number, kinds: ["account", "orders"], from: hours(-7), to: hours(-2) };
  const { data, customers } = await exported(about);
  assert.deepEqual(customers.toSorted(), expected);
  assert.deepEqual(data["account"]?.map(({ account }) => account).toSorted(), expected);
  assert.deepEqual(
    data["orders"]?.map(({ order_id: order }) => String(order)),
    [first.orderId, second.orderId],
  );
});

test("a sandbox order with the same digits has nothing to do with a number", async () => {
  const [eve, mallory] = [await customer(), await app.account(1_000_000)];
  const sandbox = await rent(clientFor(app, mallory.testKey));
  await app.db.rows(
    `update orders set number = $2, status = 'CANCELLED', closed_at = $3 where order_id = $1`,
    [sandbox.order_id, eve.number, app.clock.now()],
  );
  app.clock.advance(60);
  const { data, customers } = await exported({ number: eve.number });
  assert.deepEqual(customers, [eve.username]);
  assert.ok(!JSON.stringify(data).includes(mallory.username));
  assert.deepEqual(
    [data["orders"]?.length, new Set(data["payments"]?.map((row) => row["mode"]))],
    [1, new Set(["live"])],
  );
});

test("only operators of today count as the two who release, and nobody twice, also not after being added again", async () => {
  const eve = await customer();
  const { ada, bob, adaName, bobName } = await operators();
  const id = await record(ada, { account: eve.username, kinds: ["account"] });
  assert.equal((await release(ada, id)).status, 200);
  await app.db.rows(`delete from members where username = $1`, [adaName]);
  assert.deepEqual((await release(bob, id)).body.data, { released: false, releases: 1 });
  assert.deepEqual(
    (await details(bob, id)).releases.map(({ username }) => username),
    [bobName],
  );
  const again = await addTestMember(app, 0, "operator", adaName);
  const back = await again.signIn();
  assert.deepEqual((await release(back, id)).body.data, { released: true, releases: 2 });

  const other = await record(bob, { account: eve.username, kinds: ["account"] });
  assert.equal((await release(back, other)).status, 200);
  await app.db.rows(`delete from members where username = $1`, [adaName]);
  const third = await (await addTestMember(app, 0, "operator", adaName)).signIn();
  assert.deepEqual(
    (await release(third, other)).body.data,
    { released: false, releases: 1 },
    "the same person",
  );
});

test("entries are a person's only while the name was theirs, and operators' addresses stay here", async () => {
  const [eve, other] = [await customer(), await customer()];
  const { id: memberId, username: name } = await addTestMember(app, eve.accountId, "developer");
  const log = (actor: string, subject: string, seconds = 0): Promise<unknown> =>
    recordAction(app.db, {
      at: new Date(Date.parse(hours(0)) + seconds * 1000),
      actor,
      action: "thing.do",
      subject,
    });
  const from = hours(-1);
  await log(name, "before", -60);
  app.clock.advance(60);
  await log(`${name} (198.51.100.7)`, "during");
  assert.equal((await eve.owner.call("DELETE", `team/${memberId}`)).status, 200);
  app.clock.advance(60);
  await addTestMember(app, other.accountId, "developer", name);
  await log(`${name} (198.51.100.8)`, "after");
  await log("ada (203.0.113.9)", `account ${eve.accountId}`);
  await log("ada (203.0.113.9)", `member ${memberId}`);
  // Somebody has had this name since before it was reserved.
  await app.db.rows(`update members set username = 'system' where username = $1`, [eve.ownerName]);
  await log("system", "by the program");
  app.clock.advance(60);

  const things = (rows: Data[string] | undefined): unknown[] =>
    (rows ?? []).filter(({ action }) => action === "thing.do").map(({ actor, subject }) => [actor, subject]);
  const expected = [
    [`${name} (198.51.100.7)`, "during"],
    ["ada", `account ${eve.accountId}`],
    ["ada", `member ${memberId}`],
  ];
  const handedOut = await exported({ account: eve.username, kinds: ["actions"], from, to: hours(0) });
  assert.deepEqual(things(handedOut.data["actions"]), expected);
  const own = async (owner: Browser): Promise<Data> =>
    JSON.parse((await owner.get("account/export")).text) as Data;
  assert.deepEqual(things((await own(eve.owner))["actions"]).toReversed(), expected);
  assert.deepEqual(things((await own(other.owner))["actions"]), [[`${name} (198.51.100.8)`, "after"]]);
});

test("a notice says whom no letter reached; letters belong to the account, and the report counts customers", async () => {
  const eve = await customer();
  const mute = await customer();
  await app.db.rows(`update members set email_confirmed_at = null where username = $1`, [mute.ownerName]);
  const { ada, bob } = await operators();
  const period = `from=${hours(0).slice(0, 10)}&to=${hours(24).slice(0, 10)}`;
  const toldIn = async (): Promise<number> =>
    ((await ada.get(`operator/transparency?${period}`)).body.data as Transparency).requests.customersTold;
  const before = await toldIn();
  const read = async (username: string): Promise<unknown[]> => {
    const id = await record(ada, { account: username, kinds: ["account"] });
    await release(ada, id);
    await release(bob, id);
    const { customers, customers_told: count } = await details(ada, id);
    return [customers.map(({ letters }) => letters), count, await toldIn()];
  };
  assert.deepEqual(await read(eve.username), [[1], 1, before + 1]);
  assert.deepEqual(await read(mute.username), [[0], 0, before + 1]);
  assert.equal((await told(mute.owner)).length, 1, "it is on their page");
  const { letters } = JSON.parse((await eve.owner.get("account/export")).text) as {
    letters: { subject: string }[];
  };
  assert.ok(letters.some(({ subject }) => subject.startsWith("An authority was given data")));
});

test("bad requests get a clear answer, and a number that nobody had an empty export", async () => {
  const { ada, bob } = await operators();
  const account = (await customer()).username;
  const cases: [over: object, expected: unknown[]][] = [
    [{}, [400, "invalid_request", "number"]],
    [{ number: "447911123456", account }, [400, "invalid_request", "number"]],
    [{ number: "my neighbour" }, [400, "invalid_request", "number"]],
    [{ account: "nobody at all" }, [404, "account_not_found"]],
    [{ account, kinds: [] }, [400, "invalid_request", "kinds"]],
    [{ account, kinds: ["everything"] }, [400, "invalid_request", "kinds"]],
    [{ number: "447911123456", kinds: ["sessions"] }, [400, "invalid_request", "kinds"]],
    [{ account, from: hours(0), to: hours(0) }, [400, "invalid_request", "to"]],
    [{ account, to: hours(1 / 60) }, [400, "invalid_request", "to"]],
    [{ account, from: hours(1), to: hours(2) }, [400, "invalid_request", "to"]],
    [{ account, reference: "   " }, [400, "invalid_request", "reference"]],
    [{ account, authority: "x".repeat(501) }, [400, "invalid_request", "authority"]],
    [{ account, notice_waits_because: "an order" }, [400, "invalid_request", "notice_due_at"]],
    [{ account, notice_due_at: hours(24) }, [400, "invalid_request", "notice_waits_because"]],
    [
      { account, notice_waits_because: "an order", notice_due_at: hours(-1) },
      [400, "invalid_request", "notice_due_at"],
    ],
  ];
  for (const [over, expected] of cases)
    assert.deepEqual(
      refusal(await ada.post("operator/requests", asked(over))),
      expected,
      JSON.stringify(over).slice(0, 90),
    );
  assert.deepEqual(refusal(await release(ada, 999_999)), [404, "request_not_found"]);

  const id = await record(ada, { number: "+44 7911 123456" });
  await release(ada, id);
  await release(bob, id);
  const later = `update authority_requests set to_at = created_at + interval '1 second' where id = $1`;
  await assert.rejects(app.db.rows(later, [id]), /authority_requests_past/, "nor by any other way");
  const { text } = await ada.get(`operator/requests/${id}/export`);
  const { data } = verifyDocument(text, app.sealer.publicKey()) as { data: Data };
  assert.deepEqual(data, { account: [], orders: [], messages: [], payments: [] });

  const refused = await record(ada, { account });
  assert.equal(
    (await ada.post(`operator/requests/${refused}/refuse`, { reason: "No legal basis." })).status,
    200,
  );
  assert.deepEqual(refusal(await release(bob, refused)), [409, "request_closed"]);
  assert.deepEqual(refusal(await ada.get(`operator/requests/${refused}/export`)), [409, "not_released"]);
  assert.deepEqual(refusal(await ada.post(`operator/requests/${refused}/notify`)), [409, "nothing_to_tell"]);
});

test("a notice waits for its stated reason, shows when it is due, and the case is erased only once it was told", async () => {
  const eve = await customer();
  const { ada, bob } = await operators();
  const waits = { notice_waits_because: "Order of the court, K-9", notice_due_at: hours(48) };
  const id = await record(ada, { account: String(eve.accountId), ...waits });
  await release(ada, id);
  await release(bob, id);
  const listed = async (query: string): Promise<number[]> =>
    ((await ada.get(`operator/requests?${query}`)).body.data as AuthorityRequest[]).map((one) => one.id);
  assert.deepEqual(await told(eve.owner), [], "the customer learns nothing while it waits");
  assert.ok(!(await eve.owner.get("account/export")).text.includes("Police of Kent"));
  assert.deepEqual(await listed("due=1"), []);
  const notices = async (): Promise<number> =>
    ((await ada.get("operator/overview")).body.data as { requests: { notices_due: number } }).requests
      .notices_due;
  assert.equal(await notices(), 0);
  app.clock.advance(2 * daySeconds + 60);
  const browser = await (await addTestMember(app, 0, "operator")).signIn();
  const due = (await browser.get("operator/requests?due=1")).body.data as AuthorityRequest[];
  assert.deepEqual(
    due.map((one) => one.id),
    [id],
  );
  const overview = (await browser.get("operator/overview")).body.data as {
    requests: { notices_due: number };
  };
  assert.equal(overview.requests.notices_due, 1);
  const health = (await browser.get("operator/health")).body.data as { cases: { notices_due: number } };
  assert.equal(health.cases.notices_due, 1);

  assert.equal(
    (await browser.post(`operator/requests/${id}/postpone`, { because: "Prolonged.", until: hours(24) }))
      .status,
    200,
  );
  assert.deepEqual((await browser.get("operator/requests?due=1")).body.data, []);
  const rule = {
    ...app,
    messageRetentionDays: 3650,
    eventRetentionDays: 3650,
    evidenceRetentionDays: 90,
    caseRetentionDays: 30,
  };
  app.clock.advance(31 * daySeconds);
  await cleanUp(rule);
  const later = await (await addTestMember(app, 0, "operator")).signIn();
  assert.equal((await details(later, id)).account, eve.username, "whoever was not told yet is not forgotten");
  assert.equal((await later.post(`operator/requests/${id}/notify`)).status, 200);
  assert.match(await lettersTo(eve.ownerName), /Police of Kent/);
  assert.deepEqual(refusal(await later.post(`operator/requests/${id}/notify`)), [409, "nothing_to_tell"]);
  await cleanUp(rule);
  const erased = await details(later, id);
  assert.deepEqual([erased.account_id, erased.reference, erased.customers], [null, null, []]);
  assert.deepEqual([erased.legal_basis, erased.created_by, erased.customers_told], [null, null, 1]);
  assert.deepEqual(refusal(await later.get(`operator/requests/${id}/export`)), [409, "not_released"]);
});

test("the operator's tool does all of it, and openssl verifies the export", async () => {
  const eve = await customer();
  const { adaName, bobName } = await operators();
  const add = await tool([
    "--as",
    adaName,
    "request",
    "add",
    "--authority",
    "BKA",
    "--reference",
    "B-7",
    "--legal-basis",
    "StPO 100j",
    "--account",
    eve.username,
    "--from",
    new Date(Date.now() - 3_600_000).toISOString(),
    "--to",
    new Date().toISOString(),
    "--kinds",
    "account,orders",
    "--json",
  ]);
  assert.equal(add.code, 0, add.stderr);
  const id = `A${(add.json as { id: number }).id}`;
  const release = (as: string) => tool(["--as", as, "request", "release", id, "--json"]);
  assert.deepEqual((await release("nobody")).error.code, "not_an_operator");
  assert.deepEqual((await release(adaName)).json, { id: Number(id.slice(1)), released: false });
  assert.deepEqual((await release(adaName.toUpperCase())).error.code, "second_person_needed");
  assert.deepEqual((await release(bobName)).json, { id: Number(id.slice(1)), released: true });
  const file = join(folder, "export.jsonl");
  const exported = await tool(["request", "export", id, "--out", file]);
  assert.equal(exported.code, 0, exported.stderr);
  assert.equal((await tool(["request", "verify", file])).code, 0);

  // As docs/cases.md says.
  const [line = "", proof = ""] = readFileSync(file, "utf8").split("\n");
  writeFileSync(join(folder, "document"), `${line}\n`);
  writeFileSync(
    join(folder, "signature"),
    Buffer.from((JSON.parse(proof) as { signature: string }).signature, "base64"),
  );
  writeFileSync(join(folder, "key.pem"), (await tool(["request", "public-key"])).stdout);
  const openssl = "pkeyutl -verify -pubin -inkey key.pem -rawin -in document -sigfile signature".split(" ");
  assert.match(execFileSync("openssl", openssl, { cwd: folder }).toString(), /Verified Successfully/);

  writeFileSync(file, readFileSync(file, "utf8").replace(eve.username, "somebody"));
  assert.equal((await tool(["request", "verify", file])).code, 1);
  const shown = await tool(["request", "show", id]);
  for (const word of ["BKA", "B-7", adaName, bobName, eve.username])
    assert.ok(shown.stdout.includes(word), shown.stdout);
});
