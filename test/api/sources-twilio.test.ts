import assert from "node:assert/strict";
import { test } from "node:test";
// The carrier's own package signs here: our own code would agree with its own mistakes.
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { startTestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { rent, sms } from "../helpers/orders.ts";
import { form, json, openSource } from "../helpers/source.ts";
import { stock } from "../helpers/stock.ts";

const publicUrl = "https://otp.example.com";
const authToken = "the account's auth token";

const app = perFile(() => startTestApp({ PUBLIC_BASE_URL: publicUrl }));
let alice: Client;

beforeTests(async () => {
  await stock(app, 20);
  alice = clientFor(app, (await app.account(500_000)).liveKey);
});

const twilioSms = (to: string, sid: string, text: string): Record<string, string> => ({
  AccountSid: "AC1",
  MessageSid: sid,
  SmsSid: sid,
  SmsMessageSid: sid,
  From: "WhatsApp",
  To: to,
  Body: text,
  NumMedia: "0",
  NumSegments: "1",
  SmsStatus: "received",
  ApiVersion: "2010-04-01",
});

/** Signed for the URL that the carrier calls. */
const sign = (path: string, fields: Record<string, string>, token = authToken): string =>
  getExpectedTwilioSignature(token, publicUrl + path, fields);

for (const [kind, header] of [
  ["twilio", "x-twilio-signature"],
  ["signalwire", "x-signalwire-signature"],
] as const) {
  test(`${kind}: a signed message reaches its order, 50 times at once is once`, async () => {
    const source = await openSource(app, kind, { secrets: ["the new one", authToken] });
    const order = await rent(alice);
    const fields = twilioSms(`+${order.number}`, `SM-${kind}`, "Your WhatsApp code: 481-516 é");
    const signed = { ...form, [header]: sign(source.path, fields) };
    const body = new URLSearchParams(fields).toString();
    const answers = await Promise.all(Array.from({ length: 50 }, () => source.send(body, signed)));
    for (const answer of answers) {
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get("content-type") ?? "", /^text\/xml/);
      assert.equal(await answer.text(), "<Response></Response>");
    }
    assert.deepEqual(await source.keys(), [`SM-${kind}`]);
    const { sms_code, messages } = await sms(alice, order);
    assert.deepEqual([sms_code, messages.length], ["481-516", 1]);
    await assertBooks(app.db);
  });

  test(`${kind}: unsigned or signed wrong is 403, and nothing is stored`, async () => {
    const source = await openSource(app, kind, { secrets: [authToken] });
    const fields = twilioSms("+15550100001", "SM1", "WhatsApp code 111-222");
    const body = new URLSearchParams(fields).toString();
    const right = sign(source.path, fields);
    const calls = [
      source.send(body, form),
      source.send(body, { ...form, [header]: "" }),
      source.send(body, { ...form, [header]: sign(source.path, fields, "another token") }),
      source.send(body, { ...form, [header]: sign(`${source.path}?x=1`, fields) }),
      source.send(body.replace("111", "999"), { ...form, [header]: right }),
      source.send(JSON.stringify(fields), { ...json, [header]: right }),
    ];
    for (const answer of await Promise.all(calls)) {
      assert.equal(answer.status, 403);
      assert.equal(((await answer.json()) as { code: string }).code, "forbidden");
    }
    assert.deepEqual(await source.stored(), []);
  });
}

test("twilio by GET: the fields are in the signed address", async () => {
  const source = await openSource(app, "twilio", { secrets: [authToken] });
  const target = `${source.path}?${new URLSearchParams(twilioSms("+15559990000", "SM-get", "hi"))}`;
  const headers = { "x-twilio-signature": sign(target, {}) };
  assert.equal((await fetch(app.url + target, { headers })).status, 200);
  assert.equal((await fetch(`${app.url + target}&x=1`, { headers })).status, 403);
  assert.deepEqual(await source.keys(), ["SM-get"]);
});

test("twilio: a call without what a message needs is 400; a report of a message sent is not one", async () => {
  const source = await openSource(app, "twilio", { secrets: [authToken] });
  const send = (fields: Record<string, string>): Promise<Response> =>
    source.send(new URLSearchParams(fields).toString(), {
      ...form,
      "x-twilio-signature": sign(source.path, fields),
    });
  const missing = await send({ From: "x", To: "+15550100001", Body: "y" });
  assert.equal(missing.status, 400);
  assert.match(((await missing.json()) as { message: string }).message, /^MessageSid is missing/);
  const report = await send({ ...twilioSms("+15550100001", "SM1", ""), SmsStatus: "delivered" });
  assert.equal(report.status, 200);
  assert.deepEqual(await source.stored(), []);
});
