import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { verifySignature } from "@vonage/jwt";
import { AlgorithmTypes } from "@vonage/auth";
import { SMS } from "@vonage/sms";
import { isSignedToken } from "./jwt-signature.ts";
import { isSignedSms, signatureMethods } from "./sms-signature.ts";

const at = new Date(1_461_605_396_000);
const toleranceSeconds = 300;
const official = new SMS({ apiKey: "key", apiSecret: "secret" });

test("SMS API: the known signatures, which the official package accepts as well", () => {
  const known = {
    md5hash: ["6af838ef94998832dbfc29020b564830", AlgorithmTypes.md5hash],
    sha256: ["a321e824b9b816be7c3f28859a31749a098713d39f613c80d455bbaffae1cd24", AlgorithmTypes.sha256hmac],
    md5: ["c15c21ced558c93a226c305f58f902f2", AlgorithmTypes.md5hmac],
  } as const;
  const params = { a: "1", b: "2", timestamp: "1461605396" };
  for (const method of ["md5hash", "sha256", "md5"] as const) {
    const [sig, algorithm] = known[method];
    assert.ok(official.verifySignature(sig, params, "secret", algorithm));
    const fields = new Map(Object.entries({ ...params, sig: sig.toUpperCase() }));
    assert.ok(isSignedSms(["new", "secret"], fields, { method, at, toleranceSeconds }));
    assert.ok(!isSignedSms(["new"], fields, { method, at, toleranceSeconds }));
    assert.ok(!isSignedSms(["secret"], new Map([...fields, ["a", "2"]]), { method, at, toleranceSeconds }));
    for (const other of signatureMethods)
      if (other !== method)
        assert.ok(
          !isSignedSms(["secret"], fields, { method: other, at, toleranceSeconds }),
          `${method} as ${other}`,
        );
    for (const [seconds, isFresh] of [
      [300, true],
      [-300, true],
      [301, false],
      [-301, false],
    ] as const)
      assert.equal(
        isSignedSms(["secret"], fields, {
          method,
          at: new Date(at.getTime() + seconds * 1000),
          toleranceSeconds,
        }),
        isFresh,
      );
  }
  assert.ok(
    !isSignedSms(["secret"], new Map(Object.entries(params)), { method: "sha256", at, toleranceSeconds }),
  );
});

const body = '{"message_uuid":"1"}';
const claims = {
  iat: at.getTime() / 1000,
  iss: "Vonage",
  payload_hash: createHash("sha256").update(body).digest("hex"),
};
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
function tokenFor(payload: unknown, head: unknown = { alg: "HS256", typ: "JWT" }, digest = "sha256"): string {
  const content = `${encode(head)}.${encode(payload)}`;
  return `${content}.${createHmac(digest, "secret").update(content).digest("base64url")}`;
}
const accepts = (token: string, given = body, secrets = ["new", "secret"]): boolean =>
  isSignedToken(token, secrets, { body: Buffer.from(given), at, toleranceSeconds });

test("Messages API: a token for this body, this minute, by this secret and algorithm", () => {
  const right = tokenFor(claims);
  assert.ok(verifySignature(right, "secret"));
  assert.ok(accepts(right));
  assert.ok(accepts(tokenFor({ ...claims, payload_hash: claims.payload_hash.toUpperCase() })));
  assert.ok(!accepts(right, `${body} `));
  assert.ok(!accepts(right, body, ["new"]));
  const { payload_hash: _hash, ...hashless } = claims;
  for (const wrong of [
    hashless,
    { ...claims, iss: "Other" },
    { ...claims, iat: claims.iat - 301 },
    null,
    [],
    "x",
  ])
    assert.ok(!accepts(tokenFor(wrong)), JSON.stringify(wrong));
  assert.ok(!accepts(tokenFor({ ...claims, iat: claims.iat + 301 })));
  assert.ok(!accepts(tokenFor({ ...claims, iat: undefined })));
  assert.ok(!accepts(tokenFor(claims, { alg: "none" })));
  assert.ok(!accepts(tokenFor(claims, { alg: "HS512" }, "sha512")), "the algorithm is pinned");
  assert.ok(!accepts(tokenFor(claims, null)));
  for (const broken of [
    "",
    ".",
    "..",
    "a.b",
    `${right}.x`,
    right.slice(0, -1),
    `${encode({ alg: "HS256" })}.${encode(claims)}.`,
  ])
    assert.ok(!accepts(broken), broken);
});
