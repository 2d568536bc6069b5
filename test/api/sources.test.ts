import assert from "node:assert/strict";
import { test } from "node:test";
import { sealSettings } from "../../src/domain/sources/sealed-settings.ts";
import { sha256 } from "../../src/kit/secrets.ts";
import { startTestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { rent, sms } from "../helpers/orders.ts";
import { form, json, openSource } from "../helpers/source.ts";
import { stock } from "../helpers/stock.ts";

const app = perFile(() => startTestApp());
let alice: Client;

beforeTests(async () => {
  await stock(app, 20);
  alice = clientFor(app, (await app.account(500_000)).liveKey);
});

test("generic: the same message 50 times at once is stored once, with an id and without", async () => {
  const source = await openSource(app, "generic");
  const message = { to: "15559990001", from: "Telegram", text: "Telegram code 12345" };
  const bodies = [JSON.stringify({ ...message, id: "one" }), JSON.stringify(message)];
  const calls = Array.from({ length: 100 }, (_, index) => source.send(bodies[index % 2], json));
  for (const answer of await Promise.all(calls)) assert.equal(answer.status, 200);
  assert.equal((await source.keys()).length, 1);
});

test("generic: a message to a number that nobody knows is taken and kept for the operator", async () => {
  const source = await openSource(app, "generic");
  const answer = await source.send(
    JSON.stringify({ to: "+2348031234567", from: " 5656 ", text: "hi", id: 7 }),
    json,
  );
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), "");
  assert.deepEqual(await source.stored(), [
    { source_key: "7", number: "2348031234567", sender: "5656", state: "unmatched", reason: "no_order" },
  ]);
});

test("generic: a form, the query and the source's own answer", async () => {
  const answer = { status: 202, contentType: "text/plain", body: "ACK/Jasmin" };
  const source = await openSource(app, "generic", { settings: { answer } });
  const fields = new URLSearchParams({ to: "15559990002", from: "x", text: "y", id: "form" });
  const byForm = await source.send(fields.toString(), form);
  assert.deepEqual([byForm.status, await byForm.text()], [202, "ACK/Jasmin"]);
  fields.set("id", "query");
  fields.set("text", "z");
  const byQuery = await fetch(`${app.url}${source.path}?${fields}`);
  assert.deepEqual([byQuery.status, await byQuery.text()], [202, "ACK/Jasmin"]);
  assert.deepEqual(await source.keys(), ["form", "query"]);
});

test("generic: a body that cannot be read is 400 with a sentence, and nothing is stored", async () => {
  const source = await openSource(app, "generic");
  const good = { to: "15559990003", from: "x", text: "y" };
  const cases: [RequestInit["body"], Record<string, string>, RegExp][] = [
    ["{", json, /not valid JSON/],
    ["[1]", json, /to is missing/],
    ["null", json, /not an object/],
    [JSON.stringify({ ...good, to: undefined }), json, /^to is missing/],
    [JSON.stringify({ ...good, to: "me" }), json, /^to is not a phone number/],
    [JSON.stringify({ ...good, text: ["y"] }), json, /^text must be/],
    [new Uint8Array([0x7b, 0xff]), json, /not valid UTF-8/],
    ["to=1&to=2&from=x&text=y", form, /^to must be/],
    ["", json, /^to is missing/],
  ];
  for (const [body, headers, message] of cases) {
    const answer = await source.send(body, headers);
    const error = (await answer.json()) as { code: string; message: string; field: string };
    assert.equal(answer.status, 400, error.message);
    assert.equal(error.code, "invalid_request");
    assert.match(error.message, message);
    assert.ok(error.field);
  }
  for (const type of ["application/xml", "garbage"])
    assert.equal((await source.send("<sms/>", { "content-type": type })).status, 415);
  assert.equal((await source.send(new Uint8Array(2 ** 20 + 1), json)).status, 413);
  assert.deepEqual(await source.stored(), []);
});

test("generic: of a batch with a bad message the others are stored, and the source is told", async () => {
  const source = await openSource(app, "generic", { settings: { items: "results[*]" } });
  const results = [1, 2, 3].map((id) => ({ id, to: "15559990004", from: "x", text: `text ${id}` }));
  const bad = { results: results.with(1, { ...results[1], to: "me" } as never) };
  const answer = await source.send(JSON.stringify(bad), json);
  assert.equal(answer.status, 400);
  assert.match(
    ((await answer.json()) as { message: string }).message,
    /^Message 2: to is not a phone number\. The 2 /,
  );
  assert.deepEqual(await source.keys(), ["1", "3"]);
  assert.equal((await source.send(JSON.stringify({ results }), json)).status, 200);
  assert.deepEqual(await source.keys(), ["1", "2", "3"]);
});

test("generic: thousands in one body, above the size that the API takes", async () => {
  const source = await openSource(app, "generic", { settings: { items: "$" } });
  const batch = Array.from({ length: 2000 }, (_, id) => ({
    id,
    to: String(15557000000 + id),
    from: "x",
    text: "Hello there, this is a message like another",
  }));
  assert.equal((await source.send(JSON.stringify(batch), json)).status, 200);
  assert.equal((await source.stored()).length, 2000);
});

test("generic: parts in any order become one message", async () => {
  const fields = { partReference: "ref", partTotal: "parts", partNumber: "part" };
  const source = await openSource(app, "generic", { settings: { fields } });
  const order = await rent(alice);
  const part = { to: order.number, from: "WhatsApp", ref: "9", parts: 2 };
  await source.send(JSON.stringify({ ...part, id: "b", part: 2, text: "77-888. Keep it." }), json);
  assert.deepEqual(await source.stored(), []);
  await source.send(JSON.stringify({ ...part, id: "a", part: 1, text: "Your WhatsApp code: 7" }), json);
  const { sms_code, messages } = await sms(alice, order);
  assert.deepEqual([sms_code, messages.length], ["777-888", 1]);
});

test("generic: with Basic the answer to a stranger is 401 with a challenge", async () => {
  const source = await openSource(app, "generic", {
    auth: "basic",
    settings: { auth: { kind: "basic", password: "pw" } },
  });
  const body = JSON.stringify({ to: "15559990005", from: "x", text: "y", id: "1" });
  const refused = await source.send(body, json);
  assert.equal(refused.status, 401);
  assert.match(refused.headers.get("www-authenticate") ?? "", /^Basic realm=/);
  assert.deepEqual(await source.stored(), []);
  const authorization = `Basic ${Buffer.from("zapotp:pw").toString("base64")}`;
  assert.equal((await source.send(body, { ...json, authorization })).status, 200);
  assert.deepEqual(await source.keys(), ["1"]);
});

test("an address with anything wrong in it is not found, by any method, and is not repeated", async () => {
  const source = await openSource(app, "generic");
  const { id, token } = source;
  const addresses = [
    `/in/twilio/${id}/${token}`,
    `/in/generic/${id + 1}/${token}`,
    `/in/generic/0${id}/${token}`,
    `/in/generic/${id}/${token}x`,
    `/in/generic/${id}/${token.toLowerCase()}`,
    `/in/generic/${id}/${token}/more`,
    `/in/generic/${id}`,
    `/in`,
  ];
  const calls = [
    ...addresses.map((path) => fetch(app.url + path, { method: "POST", body: "{}", headers: json })),
    ...["PUT", "DELETE", "PATCH"].map((method) => fetch(app.url + source.path, { method })),
  ];
  for (const answer of await Promise.all(calls)) {
    const text = await answer.text();
    assert.equal(answer.status, 404, text);
    assert.equal((JSON.parse(text) as { code: string }).code, "not_found");
    assert.ok(!text.includes(token));
  }
  const query = new URLSearchParams({ to: "15559990006", from: "x", text: "y" });
  assert.equal((await fetch(`${app.url}${source.path}?${query}`, { method: "HEAD" })).status, 404);
  await app.db.rows(`update sources set retired_at = now() where id = $1`, [id]);
  assert.equal((await source.send(JSON.stringify(Object.fromEntries(query)), json)).status, 404);
  assert.deepEqual(await source.stored(), []);
});

test("changed settings count from the next call on", async () => {
  const source = await openSource(app, "generic");
  const body = JSON.stringify({ to: "15559990007", from: "x", text: "y", id: "1" });
  assert.equal((await source.send(body, json)).status, 200);
  const settings = sealSettings(app.sealer, sha256(source.token), {
    auth: { kind: "header", name: "X-Key", value: "v" },
  });
  await app.db.rows(`update sources set settings = $2 where id = $1`, [source.id, settings]);
  assert.equal((await source.send(body, json)).status, 403);
  assert.equal((await source.send(body, { ...json, "x-key": "v" })).status, 200);
});
