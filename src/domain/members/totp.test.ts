import assert from "node:assert/strict";
import { test } from "node:test";
import { TOTP } from "otpauth";
import { newRecoveryCodes, newTotpSecret, recoveryHash, stepOf, totpUri } from "./totp.ts";

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number): Date => new Date(seconds * 1000);

test("codes of RFC 6238's table, and the step each belongs to", () => {
  const table: [seconds: number, code: string, step: number][] = [
    [59, "287082", 1],
    [1_111_111_109, "081804", 37_037_036],
    [1_111_111_111, "050471", 37_037_037],
    [1_234_567_890, "005924", 41_152_263],
    [2_000_000_000, "279037", 66_666_666],
  ];
  for (const [seconds, code, step] of table) {
    assert.equal(stepOf(secret, code, at(seconds)), step);
    assert.equal(stepOf(secret, `${code.slice(0, 3)} ${code.slice(3)}`, at(seconds)), step, "with a blank");
  }
});

test("a code is good for its own step, one before and one after, and not a second longer", () => {
  const step = 41_152_263; // From 1234567890 on, for 30 seconds.
  const [begins, ends] = [step * 30, step * 30 + 30];
  for (const [seconds, isGood] of [
    [begins - 31, false],
    [begins - 30, true],
    [begins - 1, true],
    [begins, true],
    [ends - 1, true],
    [ends, true],
    [ends + 29, true],
    [ends + 30, false],
    [ends + 60, false],
  ] as const)
    assert.equal(stepOf(secret, "005924", at(seconds)), isGood ? step : null, `${seconds - begins} s`);
});

test("anything but six digits is not a code", () => {
  for (const code of ["", "00592", "0059241", "00592a", "-05924", "٠٠٥٩٢٤", "005924\n", "5924"])
    assert.equal(stepOf(secret, code, at(1_234_567_890)), null, JSON.stringify(code));
  assert.equal(stepOf(secret, "005925", at(1_234_567_890)), null);
  assert.equal(
    stepOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJA", "005924", at(1_234_567_890)),
    null,
    "another secret",
  );
});

test("an authenticator that reads the QR code produces valid codes", () => {
  const made = newTotpSecret();
  assert.match(made, /^[A-Z2-7]{32}$/, "160 bits");
  assert.notEqual(newTotpSecret(), made);
  const uri = totpUri(made, "anna");
  assert.match(
    uri,
    /^otpauth:\/\/totp\/ZapOTP:anna\?issuer=ZapOTP&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/,
  );
  const [, secretInUri = ""] = /secret=([^&]+)/.exec(uri) ?? [];
  const code = new TOTP({ secret: secretInUri }).generate({ timestamp: 1_234_567_890_000 });
  assert.equal(stepOf(made, code, at(1_234_567_890)), 41_152_263);
});

test("recovery codes: ten different ones, recognized however they are typed", () => {
  const codes = newRecoveryCodes();
  assert.equal(new Set(codes).size, 10);
  for (const code of codes) {
    assert.match(code, /^([2-9a-hjkmnp-z]{4}-){5}[2-9a-hjkmnp-z]{4}$/);
    const hash = recoveryHash(code);
    for (const typed of [code.toUpperCase(), code.replaceAll("-", ""), ` ${code.replaceAll("-", " ")} `])
      assert.ok(recoveryHash(typed).equals(hash), typed);
    assert.ok(!recoveryHash(code.slice(0, -1)).equals(hash));
  }
  assert.equal(new Set(codes.map((code) => recoveryHash(code).toString("hex"))).size, 10);
});
