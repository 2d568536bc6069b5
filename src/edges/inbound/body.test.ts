import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { generic } from "./kinds/generic.ts";
import type { InboundRequest } from "./source-kind.ts";
import { unpack } from "./unpack.ts";
import { noMemory } from "../../../test/sources/memory.ts";

function requestOf(body: Buffer | string, headers: Record<string, string> = {}): InboundRequest {
  const url = "https://zap.example/in/generic/1/token";
  return {
    method: "POST",
    url,
    query: "",
    headers,
    body: Buffer.from(body),
    caller: "192.0.2.1",
    at: new Date(),
  };
}
const sms = { to: "12025550199", from: "WhatsApp", text: "Code 123-456 😱", id: "m1" };
const expected = { sourceKey: "m1", number: "12025550199", sender: "WhatsApp", text: sms.text };

function read(request: InboundRequest, settings: object = {}): unknown {
  const { messages, faults } = generic.open(settings, noMemory).parse(unpack(request));
  assert.deepEqual(faults, []);
  return messages[0];
}
const refusal = (request: InboundRequest): string => {
  try {
    const [fault] = generic.open({}, noMemory).parse(unpack(request)).faults;
    return fault?.message ?? "none";
  } catch (error) {
    return (error as Error).message;
  }
};

/** As browsers, curl and Python's requests write it; `end` is the line ending. */
function multipart(fields: Record<string, string>, end = "\r\n", boundary = "x.y+z"): string {
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}${end}Content-Disposition: form-data; name="${name}"${end}${end}${value}${end}`,
  );
  return `${parts.join("")}--${boundary}--${end}`;
}
const ofType = (boundary: string): Record<string, string> => ({
  "content-type": `multipart/form-data; boundary=${boundary}`,
});

test("multipart forms, however their lines end and their boundary is written", async () => {
  for (const end of ["\r\n", "\n"])
    assert.deepEqual(read(requestOf(multipart(sms, end), ofType("x.y+z"))), expected);
  assert.deepEqual(read(requestOf(multipart(sms), ofType('"x.y+z"'))), expected);
  const form = new FormData();
  for (const [name, value] of Object.entries(sms)) form.append(name, value);
  const sent = new Response(form);
  const headers = { "content-type": sent.headers.get("content-type") ?? "" };
  assert.deepEqual(read(requestOf(Buffer.from(await sent.arrayBuffer()), headers)), expected);
});

test("what is in a multipart form is kept as it is: line breaks, dashes, other charsets", () => {
  const text = "Code\r\n\r\n--x\r\n--123-456--\r\n ";
  assert.deepEqual(read(requestOf(multipart({ ...sms, text }), ofType("x.y+z"))), { ...expected, text });
  const head = `--b\r\ncontent-disposition: form-data; name=to\r\n\r\n${sms.to}\r\n--b\r\nContent-Disposition: form-data; name="from"\r\n\r\nX\r\n`;
  const last = `--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Disposition: form-data; name="text"\r\n\r\nvoil\xe0 42\r\n--b--`;
  const request = requestOf(Buffer.from(head + last, "latin1"), ofType("b"));
  assert.deepEqual(read(request), { sourceKey: null, number: sms.to, sender: "X", text: "voilà 42" });
});

test("a multipart form that cannot be read says why", () => {
  assert.match(
    refusal(requestOf(multipart(sms), { "content-type": "multipart/form-data" })),
    /names no boundary/,
  );
  assert.match(refusal(requestOf(multipart(sms).slice(0, -10), ofType("x.y+z"))), /last boundary is missing/);
  assert.match(refusal(requestOf("--b\r\n\r\nx\r\n--b--", ofType("b"))), /no name/);
  assert.match(refusal(requestOf("nothing", ofType("b"))), /last boundary is missing/);
});

test("JSON is read as JSON whatever the type says", () => {
  const json = JSON.stringify(sms);
  for (const type of [
    "text/plain",
    "text/plain; charset=utf-8",
    "application/x-www-form-urlencoded",
    "",
    "application/octet-stream",
  ])
    assert.deepEqual(read(requestOf(json, { "content-type": type })), expected, type);
  const list = requestOf(JSON.stringify([sms]), { "content-type": "text/plain" });
  assert.deepEqual(read(list, { items: "$" }), expected);
});

test("plain text that looks like JSON but is not an object is text", () => {
  for (const text of ["[12345] is your code", "[123456]", "{code} 12345", "[]"]) {
    const request = {
      ...requestOf(text, { "content-type": "text/plain" }),
      query: "to=12025550199&from=X&id=m1",
    };
    assert.deepEqual(read(request, { fields: { text: "body" } }), { ...expected, sender: "X", text }, text);
  }
});

test("compressed bodies, even without a header that says so", () => {
  const json = Buffer.from(JSON.stringify(sms));
  const type = { "content-type": "application/json" };
  for (const [encoding, body] of [
    ["gzip", gzipSync(json)],
    ["GZIP", gzipSync(json)],
    ["x-gzip", gzipSync(json)],
    ["deflate", deflateSync(json)],
    ["br", brotliCompressSync(json)],
    ["deflate, gzip", gzipSync(deflateSync(json))],
    ["identity", json],
    ["", gzipSync(json)],
  ] as const)
    assert.deepEqual(read(requestOf(body, { ...type, "content-encoding": encoding })), expected, encoding);
});

test("a compressed body that cannot be unpacked says why, and one that exceeds the limit is not unpacked", () => {
  const encoded = (encoding: string, body: Buffer): string =>
    refusal(requestOf(body, { "content-encoding": encoding, "content-type": "application/json" }));
  assert.match(encoded("gzip", Buffer.from("{}")), /not valid gzip/);
  assert.match(encoded("zip", Buffer.from("{}")), /gzip, deflate or br/);
  assert.match(encoded("constructor", Buffer.from("{}")), /gzip, deflate or br/);
  assert.match(encoded("gzip", gzipSync(Buffer.alloc(2 ** 20 + 1, " "))), /larger than 1 MB/);
  assert.match(encoded("gzip", gzipSync(Buffer.alloc(2 ** 20, " "))), /not valid JSON/);
});

const percent = (bytes: Buffer): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
const ucs2 = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

test("UCS-2 and Latin-1 in a form or query, as Kannel and Jasmin send them, are recognized or declared", () => {
  const others = "to=12025550199&from=WhatsApp&id=m1&text=";
  const form = { "content-type": "application/x-www-form-urlencoded" };
  for (const [encoding, text, bytes] of [
    ["ucs2", "Code 123-456", ucs2("Code 123-456")],
    ["ucs2", "Ваш код 123456 😱", ucs2("Ваш код 123456 😱")],
    ["ucs2", "您的验证码是123456", ucs2("您的验证码是123456")],
    ["latin1", "à bientôt, voilà: 123456", Buffer.from("à bientôt, voilà: 123456", "latin1")],
    ["utf-8", "Ваш код 123456 😱", Buffer.from("Ваш код 123456 😱")],
  ] as const)
    for (const textEncoding of ["none", encoding]) {
      const query = others + percent(bytes);
      assert.deepEqual(read(requestOf(query, form), { textEncoding }), { ...expected, text });
      const byGet = { ...requestOf(""), method: "GET" as const, query };
      assert.deepEqual(read(byGet, { textEncoding }), { ...expected, text });
    }
});

test("a form in the charset that its type names, and one with bytes that are not escaped", () => {
  const body = Buffer.from("to=12025550199&from=WhatsApp&id=m1&text=voil\xe0+42", "latin1");
  const type = "application/x-www-form-urlencoded; charset=ISO-8859-1";
  assert.deepEqual(read(requestOf(body, { "content-type": type })), { ...expected, text: "voilà 42" });
  const plain = Buffer.from("to=12025550199&from=WhatsApp&id=m1&text=Код+42%25");
  assert.deepEqual(read(requestOf(plain)), { ...expected, text: "Код 42%" });
});

test("JSON in the charset that its type names, and with the bytes of UCS-2 as characters", () => {
  const body = Buffer.from(JSON.stringify({ ...sms, text: "voilà 42" }), "latin1");
  const type = { "content-type": "application/json; charset=iso-8859-1" };
  assert.deepEqual(read(requestOf(body, type)), { ...expected, text: "voilà 42" });
  const json = { "content-type": "application/json" };
  const bytes = JSON.stringify({ ...sms, text: ucs2("Код 42").toString("latin1") });
  assert.deepEqual(read(requestOf(bytes, json)), { ...expected, text: "Код 42" });
});
