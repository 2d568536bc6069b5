import assert from "node:assert/strict";
import { test } from "node:test";
import { isToken, newToken, sameSecret, sha256, sha256Hex } from "./secrets.ts";

test("secrets are compared to their last byte", () => {
  for (const length of [1, 15, 16, 17, 32, 33, 64, 200]) {
    const secret = "s".repeat(length);
    assert.ok(sameSecret(secret, secret));
    for (let place = 0; place < length; place++) {
      const other = `${secret.slice(0, place)}x${secret.slice(place + 1)}`;
      assert.ok(!sameSecret(secret, other), `${length} letters, another one at ${place}`);
    }
    for (const other of [`${secret}s`, secret.slice(1), "", secret.toUpperCase()])
      assert.ok(!sameSecret(secret, other) && !sameSecret(other, secret), `${length}: ${other}`);
  }
  assert.ok(sameSecret("", ""));
  assert.ok(!sameSecret("é", "e"), "bytes, not letters");
});

test("a token: a prefix, 43 random letters, and a checksum over everything", () => {
  const tokens = Array.from({ length: 50 }, () => newToken("zap_live_"));
  assert.equal(new Set(tokens.map((token) => token.slice(9, 52))).size, 50);
  for (const token of tokens) {
    assert.match(token, /^zap_live_[0-9A-Za-z]{49}$/);
    assert.ok(isToken(token, ["zap_test_", "zap_live_"]));
    assert.ok(!isToken(token, ["zap_test_"]) && !isToken(token, []));
    for (const place of [9, 30, 51, 52, 57]) {
      const letter = token[place] === "a" ? "b" : "a";
      assert.ok(!isToken(token.slice(0, place) + letter + token.slice(place + 1), ["zap_live_"]), `${place}`);
    }
    for (const other of [token.slice(0, -1), `${token}a`, ` ${token}`, token.replace("live", "test"), ""])
      assert.ok(!isToken(other, ["zap_live_", "zap_test_"]), other);
  }
});

test("a token created earlier stays valid", () => {
  assert.ok(isToken("zap_live_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg1BuAMc", ["zap_live_"]));
});

test("only the SHA-256 of a token is stored (FIPS 180-4, example)", () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  assert.equal(sha256Hex("abc"), abc);
  assert.equal(sha256("abc").toString("hex"), abc);
  assert.equal(sha256(Buffer.from("abc")).toString("hex"), abc);
});
