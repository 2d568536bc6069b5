import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
// The carrier's own package decides here: our own code would agree with its own mistakes.
import { TelnyxWebhook } from "telnyx/lib/webhooks";
import type { InboundRequest } from "../source-kind.ts";
import { isSignedBy, readPublicKey } from "./signature.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const shown = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64");
const at = new Date(1_700_000_000_000);

const request = (headers: Record<string, string>, body: string, now = at): InboundRequest => ({
  method: "POST",
  url: "https://zap.example/in/telnyx/1/t",
  query: "",
  headers,
  body: Buffer.from(body),
  caller: "192.0.2.1",
  at: now,
});
const headersFor = (timestamp: string, body: string): Record<string, string> => ({
  "telnyx-timestamp": timestamp,
  "telnyx-signature-ed25519": sign(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString("base64"),
});

test("the known signature of a known body", () => {
  const key = readPublicKey("6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=");
  const signature =
    "SPtaMFaa3SPW/Me/kE6pc3B1pm2n6OoXhji59TVrPUX653y3y4BYdBYy7eC9W1J4R5GHZ22N60pN7KU6JAvECw==";
  const headers = { "telnyx-timestamp": "1700000000", "telnyx-signature-ed25519": signature };
  assert.ok(isSignedBy([key], request(headers, '{"a":1}'), 300));
  assert.ok(
    isSignedBy([readPublicKey(shown), key], request(headers, '{"a":1}'), 300),
    "two keys during a rotation",
  );
  assert.ok(!isSignedBy([key], request(headers, '{"a":2}'), 300));
  assert.ok(!isSignedBy([readPublicKey(shown)], request(headers, '{"a":1}'), 300));
});

test("exactly what the official package accepts", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: at });
  const official = new TelnyxWebhook(shown);
  const body = '{"data":{"text":"é 您"}}';
  const right = headersFor("1700000000", body);
  const signature = right["telnyx-signature-ed25519"] ?? "";
  const calls: Record<string, string>[] = [
    right,
    headersFor("1699999700", body),
    headersFor("1699999699", body),
    headersFor("1700000300", body),
    headersFor("1700000301", body),
    headersFor("1700000000000", body),
    headersFor("2023-11-14T22:13:20Z", body),
    headersFor("-1700000000", body),
    headersFor("", body),
    headersFor("1700000000", `${body} `),
    { ...right, "telnyx-timestamp": "1700000001" },
    { ...right, "telnyx-signature-ed25519": signature.slice(0, -2) },
    { ...right, "telnyx-signature-ed25519": signature.replace(/^./, (first) => (first === "A" ? "B" : "A")) },
    { ...right, "telnyx-signature-ed25519": "" },
    { "telnyx-timestamp": "1700000000" },
    {},
  ];
  const accepted = await Promise.all(
    calls.map((headers) =>
      official.verify(body, headers).then(
        () => true,
        () => false,
      ),
    ),
  );
  const ours = calls.map((headers) => isSignedBy([readPublicKey(shown)], request(headers, body), 300));
  assert.deepEqual(ours, accepted);
  assert.equal(ours.filter(Boolean).length, 3);
});
