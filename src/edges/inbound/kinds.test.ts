import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceKinds } from "./kinds.ts";
import type { SourceOptions } from "../../domain/sources/kind.ts";
import type { SourceKind } from "./source-kind.ts";

const kind = (name: string): SourceKind => sourceKinds.get(name) as SourceKind;
const secretFor = (options: SourceOptions): string | null =>
  kind("generic").secretOf(kind("generic").defaults(options));

/** What a carrier's console shows, if it is not just any text. */
const shown: Record<string, SourceOptions> = {
  generic: {},
  "aws-sns": { settings: { topicArn: "arn:aws:sns:us-east-1:123456789012:sms" } },
  telnyx: { secrets: ["6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw="] },
};

test("every kind describes itself, and its own default settings are valid", () => {
  for (const [name, each] of sourceKinds) {
    assert.match(each.describe(), /\.$/);
    const settings = each.defaults(shown[name] ?? { secrets: ["token"] });
    assert.deepEqual(each.validate(JSON.parse(JSON.stringify(settings))), settings);
  }
});

test("a source is open only if nothing but its address proves who calls", () => {
  const open = [...sourceKinds].filter(([name, each]) =>
    each.isOpen(each.defaults(shown[name] ?? { secrets: ["token"] })),
  );
  assert.deepEqual(
    open.map(([name]) => name),
    ["africas-talking", "termii", "clicksend", "jasmin", "playsms"],
  );
  for (const name of ["generic", "sinch", "bandwidth", "infobip", "kannel"])
    assert.ok(kind(name).isOpen(kind(name).defaults({ auth: "none" })), name);
});

test("generic: each authentication method has its own secret", () => {
  assert.match(
    secretFor({}) ?? "",
    /^X-Api-Key: [\w-]{32}$/,
    "without a word about it, a source has a secret",
  );
  assert.equal(secretFor({ auth: "none" }), null);
  assert.match(secretFor({ auth: "hmac" }) ?? "", /^[\w-]{32}$/);
  assert.match(secretFor({ auth: "basic" }) ?? "", /^zapotp:[\w-]{32}$/);
  assert.match(secretFor({ auth: "header" }) ?? "", /^X-Api-Key: [\w-]{32}$/);
  assert.notEqual(secretFor({ auth: "hmac" }), secretFor({ auth: "hmac" }));
  assert.match(secretFor({ settings: { auth: { kind: "hmac", header: "X-Mine" } } }) ?? "", /^[\w-]{32}$/);
  assert.equal(secretFor({ settings: { auth: { kind: "hmac", secret: "theirs" } } }), "theirs");
});

test("what is chosen by itself goes before the same in the settings", () => {
  const settings = { auth: { kind: "none" } };
  assert.match(secretFor({ auth: "hmac", settings }) ?? "", /^[\w-]{32}$/);
  const twilio = kind("twilio").defaults({ secrets: ["file"], settings: { authTokens: ["json"] } });
  assert.deepEqual(twilio, { authTokens: ["file"] });
  assert.deepEqual(kind("twilio").defaults({ settings: { authTokens: ["json"] } }), { authTokens: ["json"] });
});

test("a secret of the wrong form is refused in words, without showing it", () => {
  for (const wrong of ["KEY0123456789", "6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw"])
    assert.throws(() => kind("telnyx").defaults({ secrets: [wrong] }), {
      message: "publicKeys must be public keys as Mission Control shows them: 44 characters of base64.",
    });
  assert.throws(() => kind("vonage").defaults({ secrets: ["x"], settings: { signatureMethod: "md4" } }), {
    message: /^signatureMethod /,
  });
});

test("new secrets leave the other settings as they are", () => {
  const settings = kind("vonage").defaults({ secrets: ["old"], settings: { signatureMethod: "sha512" } });
  assert.deepEqual(kind("vonage").defaults({ secrets: ["new", "old"], settings: { ...settings } }), {
    signatureSecrets: ["new", "old"],
    signatureMethod: "sha512",
    toleranceSeconds: 300,
  });
});

test("invalid settings are named, but their values are not shown", () => {
  const cases: [object, RegExp][] = [
    [{ fields: { to: "" } }, /^fields\.to /],
    [{ feilds: {} }, /^feilds is not a setting\.$/],
    [{ auth: { kind: "magic" } }, /^auth\.kind must be/],
    [{ auth: null }, /^auth\.kind must be/],
    [{ auth: { kind: "basic", username: "x" } }, /^auth\.password is missing\.$/],
    [{ auth: { kind: "hmac", secret: "s3cret", algorithm: "md5" } }, /^auth\.algorithm /],
    [
      { auth: { kind: "hmac", secret: "s3cret", template: "{nonce}{body}" } },
      /^auth\.nonceHeader is missing/,
    ],
    [{ auth: { kind: "hmac", secret: "s3cret", template: "fixed" } }, /^auth\.template /],
    [{ answer: { status: 500 } }, /^answer\.status /],
    [{ defaultCountry: "XX" }, /^defaultCountry /],
    [{ filter: { path: "x" } }, /^filter\.equals is missing/],
  ];
  for (const [settings, message] of cases)
    assert.throws(
      () => kind("generic").validate(settings),
      (error: Error) => {
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /s3cret|XX/);
        return true;
      },
    );
  assert.throws(() => kind("generic").validate(null), /^Refusal: settings /);
  assert.throws(() => kind("twilio").defaults({}), /^Refusal: authTokens /);
  assert.throws(() => kind("twilio").validate({}), /^Refusal: authTokens is missing/);
});
