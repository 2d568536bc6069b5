import assert from "node:assert/strict";
import { createCipheriv, createHmac, randomBytes, verify } from "node:crypto";
import { test } from "node:test";
import { createSealer, type Place } from "./seal.ts";

const key = randomBytes(32);
const sealer = createSealer(key);
const text = "Your code is 314-159 ✓";
const place: Place = ["messages.text_sealed", 7, "SM1"];

/** The format before places became part of the seal: iv, tag, ciphertext. */
function sealUnbound(iv: Buffer): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

test("a value opens in its own place and in no other", () => {
  const sealed = sealer.seal(text, place);
  assert.equal(sealer.open(sealed, place), text);
  const others: Place[] = [
    ["messages.code_sealed", 7, "SM1"],
    ["messages.text_sealed", 8, "SM1"],
    ["messages.text_sealed", 7, "SM2"],
    ["messages.text_sealed", 7],
    ["messages.text_sealed", 7, "SM", 1],
    ["messages.text_sealed", "7", "SM1"],
    ['messages.text_sealed",7,"SM1'],
  ];
  for (const other of others) assert.throws(() => sealer.open(sealed, other), String(other));
  assert.throws(() => createSealer(randomBytes(32)).open(sealed, place), "another key");
});

test("a value that is altered, cut or stripped of its version does not open", () => {
  const sealed = sealer.seal(text, place);
  for (const [at] of sealed.entries()) {
    const altered = Buffer.from(sealed);
    altered.writeUInt8((altered[at] ?? 0) ^ 1, at);
    assert.throws(() => sealer.open(altered, place), `byte ${at}`);
  }
  for (const length of [0, 1, 12, 13, 28, 29, sealed.length - 1])
    assert.throws(() => sealer.open(sealed.subarray(0, length), place), `${length} bytes`);
  assert.throws(() => sealer.open(sealed.subarray(1), place), "taken for an unbound one");
});

test("what was sealed before places were part of the seal opens, whatever byte it begins with", () => {
  for (let first = 0; first < 256; first++) {
    const unbound = sealUnbound(Buffer.concat([Buffer.of(first), randomBytes(11)]));
    assert.equal(sealer.open(unbound, place), text, `first byte ${first}`);
  }
});

test("sealing the same text twice gives different results", () => {
  const seen = new Set(Array.from({ length: 1000 }, () => sealer.seal(text, place).toString("hex")));
  assert.equal(seen.size, 1000);
});

test("a text is recognized by its fingerprint, only with the same key", () => {
  const bytes = Buffer.alloc(32, 7);
  const { fingerprint } = createSealer(bytes);
  assert.equal(fingerprint(text).length, 16);
  assert.ok(fingerprint(text).equals(createSealer(bytes).fingerprint(text)));
  assert.ok(!fingerprint(text).equals(createSealer(Buffer.alloc(32, 8)).fingerprint(text)));
  assert.ok(!fingerprint(text).equals(fingerprint(`${text} `)));
  const key = createHmac("sha256", bytes).update("fingerprint").digest();
  const expected = createHmac("sha256", key).update(text).digest().subarray(0, 16);
  assert.ok(fingerprint(text).equals(expected), "stored ones are still known after an update");
});

test("no nonce is used twice, and none overlaps another", () => {
  const { seal } = createSealer(randomBytes(32));
  const nonces = Array.from({ length: 1000 }, () => seal("x", place).subarray(1, 13));
  assert.ok(nonces.every((nonce) => nonce.length === 12));
  assert.equal(new Set(nonces.map((nonce) => nonce.toString("hex"))).size, 1000);
  // Overlapping values would share all but a few bytes.
  const halves = nonces.flatMap((nonce) => [nonce.subarray(0, 6), nonce.subarray(6)]);
  assert.equal(new Set(halves.map((half) => half.toString("hex"))).size, 2000);
});

test("texts in any script open unchanged, and so does an empty one", () => {
  for (const one of ["", "код 1234", "认证码", "😱", "\u0000"])
    assert.equal(sealer.open(sealer.seal(one, place), place), one);
});

test("values bound to their place are told apart from those that open anywhere", () => {
  const sealed = sealer.seal(text, place);
  assert.equal(sealer.isBound(sealed, place), true);
  assert.equal(sealer.isBound(sealed, ["messages.text_sealed", 8]), false, "to another place");
  assert.equal(createSealer(randomBytes(32)).isBound(sealed, place), false, "by another key");
  for (const first of [0, 1, 2])
    assert.equal(
      sealer.isBound(sealUnbound(Buffer.concat([Buffer.of(first), randomBytes(11)])), place),
      false,
    );
  assert.equal(
    sealer.isBound(Buffer.concat([Buffer.of(2), sealed.subarray(1)]), place),
    false,
    "of another version",
  );
  assert.equal(sealer.isBound(Buffer.alloc(0), place), false);
});

test("documents are signed with a key of their own, which the same encryption key always gives again", () => {
  const document = Buffer.from("released to the authority");
  const signature = sealer.sign(document);
  const again = createSealer(key).publicKey();
  assert.match(again, /^-----BEGIN PUBLIC KEY-----/);
  assert.ok(verify(null, document, again, signature));
  assert.ok(!verify(null, Buffer.from("released to anybody"), again, signature));
  assert.ok(!verify(null, document, createSealer(randomBytes(32)).publicKey(), signature));
});
