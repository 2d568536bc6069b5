import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import type { InboundRequest, OpenSource } from "../source-kind.ts";
import { generic } from "../kinds/generic.ts";
import { inZone } from "../../../../test/helpers/zone.ts";
import { noMemory } from "../../../../test/sources/memory.ts";

const at = new Date("2026-11-01T12:00:00Z");
const seconds = String(at.getTime() / 1000);
const body = '{"to":"+12025550199"}';

function request(headers: Record<string, string>, over: Partial<InboundRequest> = {}): InboundRequest {
  const url = "https://zap.example/in/generic/1/token";
  return {
    method: "POST",
    url,
    query: "",
    headers,
    body: Buffer.from(body),
    caller: "192.0.2.1",
    at,
    ...over,
  };
}
const open = (auth: object): OpenSource => generic.open({ auth }, noMemory);

test("none: only the token in the address counts", () => {
  assert.ok(open({ kind: "none" }).authenticate(request({})));
});

test("basic: the right name and password, and a challenge for whoever sends neither", () => {
  const source = open({ kind: "basic", username: "carrier", password: "pä:ss" });
  const header = (credentials: string): InboundRequest =>
    request({ authorization: `Basic ${Buffer.from(credentials).toString("base64")}` });
  assert.ok(source.authenticate(header("carrier:pä:ss")));
  assert.ok(
    source.authenticate(
      request({ authorization: `basic  ${Buffer.from("carrier:pä:ss").toString("base64")}` }),
    ),
  );
  assert.ok(!source.authenticate(header("carrier:wrong")));
  assert.ok(!source.authenticate(header("other:pä:ss")));
  assert.ok(!source.authenticate(request({ authorization: "Bearer carrier" })));
  assert.ok(!source.authenticate(request({})));
  assert.match(source.challenge ?? "", /^Basic realm=/);
});

test("header: a value that both sides know", () => {
  const source = open({ kind: "header", name: "X-Api-Key", value: "s3cret" });
  assert.ok(source.authenticate(request({ "x-api-key": "s3cret" })));
  assert.ok(!source.authenticate(request({ "x-api-key": "s3cre" })));
  assert.ok(!source.authenticate(request({})));
  assert.equal(source.challenge, undefined);
});

const hmac = (algorithm: string, text: string): Buffer => createHmac(algorithm, "key").update(text).digest();

test("hmac: over the body, in every algorithm and encoding", () => {
  for (const algorithm of ["sha1", "sha256", "sha512"])
    for (const encoding of ["hex", "base64"] as const) {
      const source = open({ kind: "hmac", secret: "key", header: "X-Sig", algorithm, encoding });
      const signature = hmac(algorithm, body).toString(encoding);
      assert.ok(source.authenticate(request({ "x-sig": signature })));
      assert.ok(source.authenticate(request({ "x-sig": `${algorithm}=${signature}` })));
      assert.ok(!source.authenticate(request({ "x-sig": signature }, { body: Buffer.from(`${body} `) })));
      assert.ok(!source.authenticate(request({ "x-sig": signature.slice(0, -4) })));
      assert.ok(!source.authenticate(request({ "x-sig": "" })));
      assert.ok(!source.authenticate(request({})));
      assert.ok(
        !open({ kind: "hmac", secret: "other", header: "X-Sig", algorithm, encoding }).authenticate(
          request({ "x-sig": signature }),
        ),
      );
    }
});

test("hmac: known signatures of carriers", () => {
  const known = Buffer.from('{"a":1}');
  // sms-gate: body and time, hex.
  const gate = open({
    kind: "hmac",
    secret: "key",
    header: "X-Signature",
    template: "{body}{timestamp}",
    timestampHeader: "X-Timestamp",
  });
  const gateSignature = "5cff791334e7fd8344cc05c2398964f60329f4edd6ab1087ed1ba6c34eefeeca";
  const gateCall = { "x-signature": gateSignature, "x-timestamp": "1700000000" };
  assert.ok(gate.authenticate(request(gateCall, { body: known, at: new Date(1_700_000_000_000) })));
  assert.ok(!gate.authenticate(request(gateCall, { body: known, at: new Date(1_700_000_301_000) })));
  // Sinch: body, nonce and time with dots, base64.
  const sinch = open({
    kind: "hmac",
    secret: "sinch_secret",
    header: "x-sinch-webhook-signature",
    encoding: "base64",
    template: "{body}.{nonce}.{timestamp}",
    timestampHeader: "x-sinch-webhook-signature-timestamp",
    nonceHeader: "x-sinch-webhook-signature-nonce",
  });
  const sinchCall = {
    "x-sinch-webhook-signature": "+LnVM33i0jpZn1zMd3r3PpDyREgm51jx7HhpQAhk+CI=",
    "x-sinch-webhook-signature-nonce": "nonce1",
    "x-sinch-webhook-signature-timestamp": "1700000000",
  };
  assert.ok(sinch.authenticate(request(sinchCall, { body: known, at: new Date(1_700_000_000_000) })));
  // Plivo: address and nonce.
  const plivo = open({
    kind: "hmac",
    secret: "plivo_token",
    header: "X-Plivo-Signature-V2",
    encoding: "base64",
    template: "{url}{nonce}",
    nonceHeader: "X-Plivo-Signature-V2-Nonce",
  });
  const plivoCall = {
    "x-plivo-signature-v2": "UmTuoSVlJnz4loCIIb324GKSM6kv+5dcDDroFrBdk5w=",
    "x-plivo-signature-v2-nonce": "05429567804466091622",
  };
  assert.ok(plivo.authenticate(request(plivoCall, { url: "https://zap.example/in/plivo/abc" })));
});

test("hmac: times as seconds, milliseconds and ISO, only while fresh", () => {
  const auth = {
    kind: "hmac",
    secret: "key",
    header: "X-Sig",
    template: "{timestamp}.{body}",
    timestampHeader: "X-Time",
  };
  const source = open({ ...auth, toleranceSeconds: 60 });
  const call = (time: string, now = at): unknown =>
    source.authenticate(
      request({ "x-sig": hmac("sha256", `${time}.${body}`).toString("hex"), "x-time": time }, { at: now }),
    );
  assert.ok(call(seconds));
  assert.ok(call(`${seconds}000`));
  assert.ok(call(at.toISOString()));
  assert.ok(call(seconds, new Date(at.getTime() + 60_000)));
  assert.ok(!call(seconds, new Date(at.getTime() + 61_000)));
  assert.ok(!call(seconds, new Date(at.getTime() - 61_000)));
  assert.ok(!call("soon"));
  assert.ok(!call(""));
  assert.ok(call("2026-11-01T13:00:00+01:00"));
});

for (const zone of ["UTC", "America/New_York", "Asia/Kolkata"])
  test(`hmac: a time without a zone is UTC, for a server in ${zone} as well`, (t) => {
    inZone(t, zone);
    const source = open({
      kind: "hmac",
      secret: "key",
      header: "X-Sig",
      template: "{timestamp}.{body}",
      timestampHeader: "X-Time",
      toleranceSeconds: 60,
    });
    for (const time of ["2026-11-01T12:00:00", "2026-11-01 12:00:00.250", "2026-11-01T12:00"]) {
      const signature = hmac("sha256", `${time}.${body}`).toString("hex");
      assert.ok(source.authenticate(request({ "x-sig": signature, "x-time": time })), time);
    }
  });

test("hmac: what the signature does not cover is not read", () => {
  const overBody = open({ kind: "hmac", secret: "key", header: "X-Sig" });
  const signed = { "x-sig": hmac("sha256", body).toString("hex") };
  const query = "to=12025550199&from=x&text=y";
  assert.ok(overBody.authenticate(request(signed, { query })), "the body's fields alone count");
  const text = { "x-sig": hmac("sha256", "Code 123").toString("hex"), "content-type": "text/plain" };
  assert.ok(!overBody.authenticate(request(text, { query, body: Buffer.from("Code 123") })));
  const jsonAsText = request({ ...signed, "content-type": "text/plain" }, { query });
  assert.ok(overBody.authenticate(jsonAsText), "JSON is JSON, and its fields alone count");
  const ofNothing = { "x-sig": hmac("sha256", "").toString("hex") };
  assert.ok(!overBody.authenticate(request(ofNothing, { method: "GET", query, body: Buffer.alloc(0) })));
  assert.ok(!overBody.authenticate(request(ofNothing, { query, body: Buffer.alloc(0) })));

  const url = `https://zap.example/in/generic/1/token?${query}`;
  const overUrl = open({ kind: "hmac", secret: "key", header: "X-Sig", template: "{url}{body}" });
  const get = { method: "GET", url, query, body: Buffer.alloc(0) } as const;
  assert.ok(overUrl.authenticate(request({ "x-sig": hmac("sha256", url).toString("hex") }, get)));
});

test("a list of addresses counts, whatever the secret", () => {
  const auth = { kind: "header", name: "X-Api-Key", value: "s3cret" };
  const source = generic.open({ auth, callers: "203.0.113.0/24" }, noMemory);
  assert.ok(source.authenticate(request({ "x-api-key": "s3cret" })));
  assert.ok(!source.authenticate(request({})));
  assert.deepEqual(
    ["203.0.113.9", "203.0.114.9"].map((caller) => source.mayCall?.(caller)),
    [true, false],
  );
});
