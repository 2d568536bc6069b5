import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
// The official package signs here: our own code would agree with its own mistakes.
import { getExpectedTwilioSignature, validateRequest } from "twilio/lib/webhooks/webhooks.js";
import { toForm } from "../form-body.ts";
import { isSigned, type Repeats } from "./signature.ts";

const token = "tok_test";
const url = "https://zap.example/in/twilio/abc?x=1";
const params = {
  AccountSid: "AC1",
  Body: "Your code is 481516 é",
  From: "+12025550123",
  MessageSid: "SM1",
  NumMedia: "0",
  To: "+12025550199",
};
type Params = Record<string, string | string[]>;

function formOf(from: Params): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(from))
    for (const each of [value].flat()) form.append(name, each);
  return form;
}

interface Given {
  calledUrl?: string;
  form?: Params;
  body?: string;
  tokens?: string[];
  repeats?: Repeats;
}

function accepts(signature: string, given: Given = {}): boolean {
  const { calledUrl = url, form = params, body = "", tokens = [token], repeats = "distinct" } = given;
  return isSigned(
    tokens,
    { signature, url: calledUrl, form: toForm(formOf(form).toString()), body: Buffer.from(body) },
    repeats,
  );
}

const sign = (signedUrl: string, form: Params = params): string =>
  getExpectedTwilioSignature(token, signedUrl, form);

test("the known signature of a known request", () => {
  assert.equal(sign(url), "rkqZzI7JgZJm/OiGBWSHowe5LcU=");
  assert.ok(accepts("rkqZzI7JgZJm/OiGBWSHowe5LcU="));
});

test("nothing else is accepted", () => {
  const right = sign(url);
  assert.ok(!accepts(""));
  assert.ok(!accepts(right.slice(0, -1)));
  assert.ok(!accepts(right, { tokens: ["tok_other"] }));
  assert.ok(!accepts(right, { calledUrl: url.replace("x=1", "x=2") }));
  assert.ok(!accepts(right, { calledUrl: url.replace("https", "http") }));
  assert.ok(!accepts(right, { form: { ...params, Body: "another" } }));
  assert.ok(!accepts(right, { form: { ...params, Added: "field" } }));
});

test("two tokens are valid while one replaces the other", () => {
  assert.ok(accepts(sign(url), { tokens: ["tok_new", token] }));
});

test("repeated fields: Twilio sorts and deduplicates them, SignalWire keeps all in order", () => {
  const form = { ...params, MediaUrl: ["https://m/b", "https://m/a", "https://m/b"] };
  assert.ok(accepts(sign(url, form), { form }));
  assert.ok(!accepts(sign(url, form), { form, repeats: "all" }));

  // Computed by getExpectedTwilioSignature of @signalwire/compatibility-api 3.2.0, with the key PSK_test.
  const signalwireForm = {
    To: "+12025550199",
    From: "+12025550123",
    Body: "Your code is 481516 é",
    MessageSid: "SM2",
    MediaUrl: ["https://m/b", "https://m/a", "https://m/b"],
  };
  const given = {
    calledUrl: "https://zap.example/in/signalwire/1/tok?x=1",
    form: signalwireForm,
    tokens: ["PSK_test"],
  };
  assert.ok(accepts("aySrwstspUTa+Z0rHaCtxFwHYuI=", { ...given, repeats: "all" }));
  assert.ok(!accepts("aySrwstspUTa+Z0rHaCtxFwHYuI=", { ...given, repeats: "distinct" }));
});

test("the address signed with the standard port, without a port, or with its own", () => {
  assert.ok(accepts(sign("https://zap.example:443/in/twilio/abc?x=1")));
  assert.ok(accepts(sign("http://zap.example:80/in/a"), { calledUrl: "http://zap.example/in/a" }));
  const own = "http://zap.example:8080/in/a";
  assert.ok(accepts(sign(own), { calledUrl: own }));
  assert.ok(accepts(sign("http://zap.example/in/a"), { calledUrl: own }));
  assert.ok(accepts(sign("http://[::1]/in/a"), { calledUrl: "http://[::1]:8080/in/a" }));
});

test("JSON is vouched for by the hash in the signed address", () => {
  const body = JSON.stringify({ MessageSid: "SM1" });
  const hash = createHash("sha256").update(body).digest("hex");
  const calledUrl = `https://zap.example/in/twilio/abc?bodySHA256=${hash}`;
  assert.ok(accepts(sign(calledUrl, {}), { calledUrl, form: {}, body }));
  assert.ok(!accepts(sign(calledUrl, {}), { calledUrl, form: {}, body: `${body} ` }));
  const empty = "https://zap.example/in/twilio/abc?bodySHA256=";
  assert.ok(!accepts(sign(empty, {}), { calledUrl: empty, form: {}, body }));
});

test("whatever the official package signs, we accept exactly when it does", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 });
  const port = fc.constantFrom("", ":443", ":80", ":8443");
  const query = fc.constantFrom("", "?a=1", "?q=it's", "?b=%20x&b=y", "?", "?ü=1", "?a=1?b=2");
  fc.assert(
    fc.property(
      fc.constantFrom("http", "https"),
      port,
      port,
      query,
      fc.dictionary(text, fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 4 })), { maxKeys: 5 }),
      (scheme, signedPort, calledPort, tail, form) => {
        const signature = sign(`${scheme}://zap.example${signedPort}/in/twilio/1/t${tail}`, form);
        const calledUrl = `${scheme}://zap.example${calledPort}/in/twilio/1/t${tail}`;
        if (validateRequest(token, signature, calledUrl, form))
          assert.ok(accepts(signature, { calledUrl, form }));
      },
    ),
  );
});

test("and the ways in which old back ends write the address", () => {
  for (const tail of ["?q=it's", "?q=a b", "?q=ü"]) {
    const called = `https://zap.example/in/twilio/abc${tail}`;
    const normal = new URL(called).href;
    assert.ok(validateRequest(token, sign(normal), called, params));
    assert.ok(accepts(sign(normal), { calledUrl: called }));
  }
});
