import assert from "node:assert/strict";
import { test } from "node:test";
import { rawUnits } from "../../../kit/raw-text.ts";
import { generic } from "../kinds/generic.ts";
import type { InboundRequest, InboundSms, Parsed } from "../source-kind.ts";
import { noMemory } from "../../../../test/sources/memory.ts";

const json = { "content-type": "application/json" };

function parse(settings: object, body: unknown, over: Partial<InboundRequest> = {}): Parsed {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const url = "https://zap.example/in/generic/1/token";
  return generic.open(settings, noMemory).parse({
    method: "POST",
    url,
    query: "",
    headers: json,
    body: bytes,
    caller: "192.0.2.1",
    at: new Date(),
    ...over,
  });
}
function parseOne(settings: object, body: unknown, over: Partial<InboundRequest> = {}): InboundSms {
  const { messages, faults } = parse(settings, body, over);
  assert.deepEqual(faults, []);
  assert.equal(messages.length, 1);
  return messages[0] as InboundSms;
}
const faultsOf = (settings: object, body: unknown): string[] =>
  parse(settings, body).faults.map((fault) => fault.message);

const sms = { to: "+12025550199", from: " WhatsApp ", text: "Code 123-456", id: "m1" };
const read = { sourceKey: "m1", number: "12025550199", sender: "WhatsApp", text: "Code 123-456" };

test("the usual names, in JSON, a form, the query and a plain text", () => {
  const form = new URLSearchParams(sms).toString();
  const typed = (type: string): Partial<InboundRequest> => ({ headers: { "content-type": type } });
  assert.deepEqual(parseOne({}, sms), read);
  assert.deepEqual(parseOne({}, sms, typed("application/vnd.carrier+json; charset=utf-8")), read);
  assert.deepEqual(parseOne({}, form, typed("application/x-www-form-urlencoded; charset=UTF-8")), read);
  assert.deepEqual(parseOne({}, "", { method: "GET", query: form }), read);
  assert.deepEqual(parseOne({}, "", { query: form }), read, "a POST with nothing in it");
  assert.deepEqual(parseOne({}, ` ${JSON.stringify(sms)}`, { headers: {} }), read);
  assert.deepEqual(parseOne({}, form, { headers: {} }), read);
  const { text, ...others } = sms;
  const plain = { ...typed("text/plain"), query: new URLSearchParams(others).toString() };
  assert.deepEqual(parseOne({ fields: { text: "body" } }, text, plain), read);
});

test("fields by path, of the message and of the whole body", () => {
  const fields = { to: "$.data.phone", from: "who.name", text: "parts.0.text", id: "$.event_id" };
  const body = {
    event_id: 7,
    data: { phone: "12025550199", list: [{ who: { name: "Google" }, parts: [{ text: "hi" }] }] },
  };
  const found = { sourceKey: "7", number: "12025550199", sender: "Google", text: "hi" };
  for (const items of ["data.list", "data.list[*]", "$.data.list[*]"])
    assert.deepEqual(parseOne({ fields, items }, body), found);
  assert.deepEqual(parseOne({ items: "$[*]" }, [sms]), read);
  const dotted = { fields: { to: "sms.to", from: "sms.from", text: "sms.text", id: "sms.id" } };
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(sms)) form.append(`sms.${name}`, value);
  const typed = { headers: { "content-type": "application/x-www-form-urlencoded" } };
  assert.deepEqual(parseOne(dotted, form.toString(), typed), read);
});

test("a batch: readable messages are read, and every error says which message it is about", () => {
  const batch = { results: [sms, { ...sms, to: "nobody" }, { ...sms, id: "m2" }, "what?"] };
  const { messages, faults } = parse({ items: "results" }, batch);
  assert.deepEqual(
    messages.map((message) => message.sourceKey),
    ["m1", "m2"],
  );
  assert.deepEqual(
    faults.map((fault) => fault.message),
    ["Message 2: to is not a phone number.", "Message 4: to is missing."],
  );
  assert.deepEqual(parse({ items: "results" }, { results: [] }), { messages: [], faults: [] });
  assert.throws(() => parse({ items: "results" }, { results: {} }), /results is not a list of messages/);
});

test("texts in base64 and in hexadecimal UCS-2", () => {
  const base64 = Buffer.from("Код 42 😀").toString("base64");
  assert.equal(parseOne({ textEncoding: "base64" }, { ...sms, text: base64 }).text, "Код 42 😀");
  const ucs2 = Buffer.from("Код 42 😀", "utf16le").swap16().toString("hex");
  assert.equal(parseOne({ textEncoding: "hex-ucs2" }, { ...sms, text: ucs2 }).text, "Код 42 😀");
  assert.deepEqual(faultsOf({ textEncoding: "base64" }, { ...sms, text: "a*b" }), ["text is not base64."]);
  assert.deepEqual(faultsOf({ textEncoding: "hex-ucs2" }, { ...sms, text: "abc" }), [
    "text is not hex-ucs2.",
  ]);
});

test("what the filter excludes is neither a message nor an error", () => {
  const settings = { filter: { path: "type", equals: "inbound" } };
  assert.equal(parse(settings, { type: "delivery", status: "sent" }).messages.length, 0);
  assert.equal(parse(settings, { type: "delivery", status: "sent" }).faults.length, 0);
  assert.deepEqual(parseOne(settings, { ...sms, type: "inbound" }), read);
  assert.deepEqual(parseOne({ filter: { path: "in", equals: true } }, { ...sms, in: true }), read);
});

test("parts of a long message", () => {
  const fields = { partReference: "ref", partTotal: "total", partNumber: "number" };
  const part = { ...sms, ref: 171, total: 2, number: "1" };
  const raw = rawUnits(sms.text);
  assert.deepEqual(parseOne({ fields }, part).part, { reference: "171", total: 2, part: 1, raw });
  for (const total of [undefined, null, "", 0, 1])
    assert.equal(parseOne({ fields }, { ...part, total }).part, undefined);
  assert.deepEqual(faultsOf({ fields }, { ...part, number: 3 }), [
    "number is not the number of one of total parts.",
  ]);
  assert.deepEqual(faultsOf({ fields }, { ...part, total: 256 }), [
    "total is not a number of parts from 1 to 255.",
  ]);
  assert.deepEqual(faultsOf({ fields }, { ...part, ref: "" }), [
    "ref does not name the message of this part.",
  ]);
});

test("what is missing or of the wrong kind is named; values are not quoted", () => {
  assert.deepEqual(faultsOf({}, { from: "x", text: "y" }), ["to is missing."]);
  assert.deepEqual(faultsOf({ fields: { text: "msg.body" } }, sms), ["msg.body is missing."]);
  assert.deepEqual(faultsOf({}, { ...sms, text: { a: 1 } }), ["text must be one text or number."]);
  assert.deepEqual(faultsOf({}, { ...sms, to: null }), ["to is not a phone number."]);
  assert.deepEqual(faultsOf({}, { ...sms, text: "x".repeat(40_000) }), [
    "text is longer than an SMS can be.",
  ]);
  assert.throws(() => parse({}, "{"), /not valid JSON/);
  assert.throws(() => parse({}, "3"), /not an object/);
  assert.throws(() => parse({}, "", { body: Buffer.from([0x7b, 0xff]) }), /not valid UTF-8/);
  assert.throws(
    () => parse({}, "<x/>", { headers: { "content-type": "application/xml" } }),
    /as JSON, as a form/,
  );
});

test("a message with an empty sender or text is accepted like any other", () => {
  assert.deepEqual(parseOne({}, { ...sms, from: null, text: "" }), { ...read, sender: "", text: "" });
});

test("ids: whole even beyond 2^53, and short enough to be a key", () => {
  const keyOf = (id: string): string | null =>
    parseOne({}, `{"to":"12025550199","from":"x","text":"y","id":${id}}`).sourceKey;
  assert.equal(keyOf("1234567890123456789"), "1234567890123456789");
  assert.equal(keyOf("1234567890123456788"), "1234567890123456788");
  assert.match(keyOf(JSON.stringify("i".repeat(5000))) ?? "", /^long /);
  assert.equal(keyOf(JSON.stringify("\ud800\0")), "\ufffd");
});

test("without an id field there is no id", () => {
  for (const id of [undefined, null, "", " "]) assert.equal(parseOne({}, { ...sms, id }).sourceKey, null);
});

test("senders that a database would not take", () => {
  assert.equal(parseOne({}, { ...sms, from: "Google\0\0" }).sender, "Google");
  assert.equal(parseOne({}, { ...sms, from: "\ud800" }).sender, "\ufffd");
});

test("a source that names no receiving number: one number for all, or one for each of its lines", () => {
  const { to: _to, ...phone } = sms;
  const number = "+1 202 555 0199";
  assert.deepEqual(parseOne({ number }, phone), read);
  for (const to of ["", null]) assert.deepEqual(parseOne({ number }, { ...phone, to }), read);
  assert.equal(
    parseOne({ number }, { ...sms, to: "12025550100" }).number,
    "12025550100",
    "its own word goes first",
  );
  const settings = { fields: { line: "sim.slot" }, lines: { 1: "12025550199", 2: "12025550198" } };
  assert.equal(parseOne(settings, { ...phone, sim: { slot: 2 } }).number, "12025550198");
  assert.deepEqual(parseOne(settings, { ...phone, sim: { slot: "1" } }), { ...read, line: "1" });
  assert.deepEqual(faultsOf(settings, { ...phone, sim: { slot: 3 } }), [
    "sim.slot is a line without a number: name it in the source's lines.",
  ]);
  assert.equal(parseOne({ ...settings, number }, { ...phone, sim: { slot: 3 } }).number, "12025550199");
  assert.deepEqual(faultsOf(settings, phone), ["to is missing."]);
  assert.equal(parseOne({ defaultCountry: "NG", number: "08031234567" }, phone).number, "2348031234567");
});

test("the carrier's time, and a zone for times without one", () => {
  assert.equal(
    parseOne({}, { ...sms, timestamp: 1_794_236_190 }).sentAt?.toISOString(),
    "2026-11-09T14:56:30.000Z",
  );
  const local = { ...sms, timestamp: "2026-11-09 15:56:30" };
  assert.equal(
    parseOne({ timeZone: "Africa/Lagos" }, local).sentAt?.toISOString(),
    "2026-11-09T14:56:30.000Z",
  );
  assert.equal("sentAt" in parseOne({}, { ...sms, timestamp: "this morning" }), false);
  assert.throws(() => parse({ timeZone: "Lagos" }, local), /^Refusal: timeZone is not the name/);
});

test("chat messages are marked; those without a number are skipped", () => {
  assert.deepEqual(parseOne({}, { ...sms, to: "whatsapp:+12025550199" }), { ...read, isChat: true });
  assert.deepEqual(parse({}, { ...sms, to: "rcs:agent" }), { messages: [], faults: [] });
  assert.deepEqual(parseOne({}, { ...sms, to: "tel:+1-202-555-0199" }), read);
});

test("parts keep the bytes that they came in", () => {
  const fields = { partReference: "ref", partTotal: "total", partNumber: "number" };
  const part = { ...sms, ref: 1, total: 2, number: 1 };
  const rawOf = (settings: object, text: string) =>
    parseOne({ fields, ...settings }, { ...part, text }).part?.raw;
  assert.deepEqual(rawOf({}, "x\ud83d"), rawUnits("x\ud83d"));
  const hex = rawOf({ textEncoding: "hex-ucs2" }, "0078d83d");
  assert.deepEqual(hex, { bytes: Buffer.from("0078d83d", "hex"), charset: "utf-16be" });
  const half = Buffer.from("Код").subarray(0, -1);
  assert.deepEqual(rawOf({ textEncoding: "base64" }, half.toString("base64")), {
    bytes: half,
    charset: "auto",
  });
});
