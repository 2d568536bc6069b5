import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { sourceKinds } from "../../src/edges/inbound/kinds.ts";
import type { OpenSource } from "../../src/edges/inbound/source-kind.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { rent, sms as smsOf } from "../helpers/orders.ts";
import { oneNumber } from "../helpers/one-number.ts";
import { until } from "../helpers/until.ts";
import { openSource, type Source } from "../helpers/source.ts";
import { stock } from "../helpers/stock.ts";
import { signHttpsms } from "./carriers/phones.ts";
import { noMemory } from "./memory.ts";

// What is special about sources that name no receiving number: their lines, and that they may be offline for hours.

let app: TestApp;
let renter: Client;
before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent", PUBLIC_BASE_URL: "https://otp.example.com" });
  await stock(app, 60);
  renter = clientFor(app, (await app.account(100_000_000)).liveKey);
});
after(() => app.close());

const key = "the phone's signing key";

function sendFromPhone(source: Source, event: object): Promise<Response> {
  const body = JSON.stringify({ deviceId: "d1", event: "sms:received", ...event });
  const timestamp = String(Math.floor(app.clock.now().getTime() / 1000));
  const signature = createHmac("sha256", key)
    .update(body + timestamp)
    .digest("hex");
  return source.send(body, { "x-signature": signature, "x-timestamp": timestamp });
}

const payload = (over: object) => ({ phoneNumber: "WhatsApp", message: "WhatsApp code 481-516", ...over });

test("sms-gate: the number of a SIM is that of the device's slot, of the slot, or of the device; of another none is known", async () => {
  const source = await openSource(app, "sms-gate", {
    secrets: [key],
    settings: { lines: { "d1:1": "+2348030000001", "1": "+2348030000002", d2: "+2348030000003" } },
  });
  const sent: [object, string][] = [
    [{ id: "a", payload: payload({ simNumber: 1 }) }, "2348030000001"],
    [{ id: "b", deviceId: "d3", payload: payload({ simNumber: 1 }) }, "2348030000002"],
    [{ id: "c", deviceId: "d2", payload: payload({ simNumber: null }) }, "2348030000003"],
    [{ id: "d", payload: payload({ recipient: "+2348030000004", simNumber: 1 }) }, "2348030000004"],
  ];
  for (const [event] of sent) assert.equal((await sendFromPhone(source, event)).status, 200);
  assert.deepEqual(
    (await source.stored()).map(({ number }) => number),
    sent.map(([, number]) => number),
  );
  const unknown = await sendFromPhone(source, {
    id: "e",
    deviceId: "d9",
    payload: payload({ simNumber: 2 }),
  });
  assert.equal(unknown.status, 400);
  assert.match(await unknown.text(), /payload\.simNumber is a line without a number/);
});

test("httpSMS: a phone that is offline takes its line down, and up again", async () => {
  const source = await openSource(app, "httpsms", { secrets: [key] });
  const tell = (type: string, data: object) => {
    const scene = { now: app.clock.now(), publicUrl: "https://otp.example.com" };
    return source.send(JSON.stringify({ type, data }), signHttpsms(source, key, scene));
  };
  const lines = () =>
    app.db.rows(`select name, down_by, down_reason from lines where source_id = $1 order by name`, [
      source.id,
    ]);
  const owner = "+18005550199";
  assert.equal((await tell("phone.heartbeat.offline", { owner: `${owner}\0` })).status, 200);
  assert.deepEqual(await lines(), [
    { name: owner, down_by: "link", down_reason: "httpSMS hears nothing from the phone." },
  ]);
  assert.equal((await tell("phone.heartbeat.online", { owner })).status, 200);
  assert.deepEqual(await lines(), [{ name: owner, down_by: null, down_reason: null }]);
  assert.equal((await tell("phone.heartbeat.offline", {})).status, 200, "nobody's");
  assert.equal((await lines()).length, 1);
});

test("sms-gate: a batch is read message by message; bytes for a program are kept without a text", async () => {
  const source = await openSource(app, "sms-gate", {
    secrets: [key],
    settings: { number: "+2348030000005" },
  });
  const messages = [1, 2].map((n) =>
    payload({ message: `WhatsApp code 10${n}-000`, receivedAt: app.clock.now().toISOString() }),
  );
  const batch = { id: "batch", event: "sms:batch:received", payload: { messages } };
  for (let round = 0; round < 2; round += 1)
    assert.equal((await sendFromPhone(source, batch)).status, 200, "a repeat changes nothing");
  const data = Buffer.from("WhatsApp code 111-222").toString("base64");
  const event = { id: "data", event: "sms:data-received", payload: payload({ data }) };
  assert.equal((await sendFromPhone(source, event)).status, 200);
  assert.deepEqual(
    (await source.stored()).map(({ reason }) => reason),
    ["no_order", "no_order", "no_text"],
  );
});

test("the vectors of SMS Gateway for Android and textbee are accepted, and a byte more is not", async () => {
  const phone = sourceKinds.get("sms-gate")?.open({ signingKeys: ["key"] }, noMemory);
  const bee = sourceKinds
    .get("textbee")
    ?.open({ auth: { kind: "hmac", secret: "01234567890123456789" } }, noMemory);
  const isAccepted = (source: OpenSource | undefined, body: string, headers: Record<string, string>) =>
    source?.authenticate({
      method: "POST",
      url: "https://otp.example.com/in",
      query: "",
      headers: { "content-type": "application/json", ...headers },
      body: Buffer.from(body),
      caller: "192.0.2.1",
      at: new Date(1_700_000_000_000),
    });
  const ofPhone = {
    "x-timestamp": "1700000000",
    "x-signature": "5cff791334e7fd8344cc05c2398964f60329f4edd6ab1087ed1ba6c34eefeeca",
  };
  const ofBee = { "x-signature": "5779cbeb451926b00dcfdab248be82846746fb2d03c85f05cc93f542e184dc92" };
  assert.deepEqual(
    [isAccepted(phone, '{"a":1}', ofPhone), isAccepted(phone, '{"a":1} ', ofPhone)],
    [true, false],
  );
  assert.deepEqual([isAccepted(bee, '{"a":1}', ofBee), isAccepted(bee, '{"a":1} ', ofBee)], [true, false]);
});

test("jasmin: bytes are read by their data coding, from the hex if there is any; binary ones may hold a text", async () => {
  const source = await openSource(app, "jasmin");
  const order = await rent(renter);
  const head = `from=WhatsApp&to=%2B${order.number}&origin-connector=c`;
  const hex = (text: string, encoding: "latin1" | "utf8" = "utf8"): string =>
    Buffer.from(text, encoding).toString("hex");
  const calls = [
    `id=1&${head}&coding=3&content=lost&binary=${hex("WhatsApp 100-001: é", "latin1")}`,
    `id=2&${head}&coding=3&content=WhatsApp+100-002:+%E9`,
    `id=3&${head}&content=WhatsApp+100-003`,
    `id=4&${head}&coding=4&content=x&binary=${hex("WhatsApp 100-004")}`,
    `id=5&${head}&coding=4&content=x&binary=0605040b8423f000ff80fe`,
  ];
  for (const call of calls) {
    const answer = await source.send(call, { "content-type": "application/x-www-form-urlencoded" });
    assert.equal(await answer.text(), "ACK/Jasmin");
  }
  const { messages } = await smsOf(renter, order);
  assert.deepEqual(
    messages.map(({ text }) => text),
    ["WhatsApp 100-001: é", "WhatsApp 100-002: é", "WhatsApp 100-003", "WhatsApp 100-004"],
  );
  const bad = await source.send(`id=6&${head}&binary=zz`, {
    "content-type": "application/x-www-form-urlencoded",
  });
  assert.deepEqual([bad.status, (await source.stored()).length], [400, 5]);
});

test("gammu: parts that smsd put together or not are one text; with files, the time is the one in the name", async () => {
  const source = await openSource(app, "gammu", { settings: { auth: { kind: "none" } } });
  const order = await rent(renter);
  const send = (fields: Record<string, string>): Promise<Response> =>
    source.send(new URLSearchParams({ PHONE_ID: `+${order.number}`, SMS_1_NUMBER: "WhatsApp", ...fields }));
  const parts = { SMS_MESSAGES: "2", SMS_1_TEXT: "WhatsApp code ", SMS_2_TEXT: "100-010" };
  await send({ ...parts, IDS: "1 2", DECODED_PARTS: "1", DECODED_1_TEXT: "WhatsApp code 100-010 whole" });
  await send({ ...parts, IDS: "3 4", DECODED_PARTS: "0" });
  const old = new Date(app.clock.now().getTime() - 20 * 3_600_000).toISOString().replaceAll(/[-:]|\..*/g, "");
  const name = `IN${old.replace("T", "_")}_00_+2348031234567_00.txt`;
  await send({ SMS_MESSAGES: "1", SMS_1_TEXT: "WhatsApp code 100-011", IDS: name, ZONE: "+0000" });
  const { messages } = await smsOf(renter, order);
  assert.deepEqual(
    messages.map(({ text }) => text),
    ["WhatsApp code 100-010 whole", "WhatsApp code 100-010"],
  );
  assert.equal((await source.stored()).at(-1)?.reason, "before_rent");
});

test("a phone that was offline: what it delivers late is for the order of that time, and for nobody who rented since", async () => {
  const source = await openSource(app, "sms-gate", {
    secrets: [key],
    settings: { lines: { "1": "+15550100000" } },
  });
  const first = clientFor(app, (await app.account(100_000_000)).liveKey);
  const { pool } = await oneNumber(app);
  const early = await rent(first, { pool });
  const sentAt = new Date(app.clock.now().getTime() + 60_000);
  app.clock.advance(1300); // It expires without a code.
  await until(
    () => smsOf(first, early),
    ({ status }) => status === "EXPIRED",
  );
  app.clock.advance(700); // Its number rests no longer.
  const later = await rent(renter, { pool });
  assert.equal(later.number, early.number);
  app.clock.advance(600);
  // A backlog of late messages does not make lateness usual.
  for (let place = 0; place < 25; place += 1) {
    const receivedAt = new Date(sentAt.getTime() - place * 60_000).toISOString();
    const backlog = payload({ message: `Hello ${place}`, recipient: "+2348030000006", receivedAt });
    assert.equal((await sendFromPhone(source, { id: `b${place}`, payload: backlog })).status, 200);
  }
  const number = `+${early.number}`;
  const event = { id: "late", payload: payload({ recipient: number, receivedAt: sentAt.toISOString() }) };
  assert.equal((await sendFromPhone(source, event)).status, 200);
  const { messages, ...order } = await smsOf(first, early);
  assert.deepEqual(
    [order.status, messages.map(({ late, text }) => [late, text])],
    ["EXPIRED", [[true, "WhatsApp code 481-516"]]],
  );
  const arrival = Date.parse(messages[0]?.received_at ?? "");
  assert.ok(Math.abs(arrival - app.clock.now().getTime()) < 60_000, "what is shown is the arrival");
  assert.deepEqual((await smsOf(renter, later)).messages, []);
});
