import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeGsm7, unpackSeptets } from "./gsm7.ts";

const hex = (text: string): Buffer => Buffer.from(text, "hex");

test("the basic alphabet and its extension table", () => {
  assert.equal(decodeGsm7(hex("0002311b651b3c")), "@$1€[");
  assert.equal(decodeGsm7(hex("1b0a1b141b281b291b2f1b3c1b3d1b3e1b401b65")), "\f^{}\\[~]|€");
  assert.equal(decodeGsm7(hex("24407f5f5b60")), "¤¡à§Ä¿");
  assert.equal(decodeGsm7(Buffer.from("Your code: 481-516.")), "Your code: 481-516.");
  const all = decodeGsm7(Buffer.from(Array.from({ length: 128 }, (_, septet) => septet)));
  assert.equal(new Set(all).size, 127, "an escape and what follows it are one character");
});

test("escapes that say nothing", () => {
  assert.equal(decodeGsm7(hex("1b")), "");
  assert.equal(decodeGsm7(hex("411b")), "A");
  assert.equal(decodeGsm7(hex("1b41")), "A", "not in the extension table");
  assert.equal(decodeGsm7(hex("411b1b42")), "A B");
  assert.equal(decodeGsm7(hex("41ff42")), "A\ufffdB", "no septet");
});

test("septets side by side", () => {
  assert.equal(decodeGsm7(unpackSeptets(hex("E8329BFD06"))), "hello");
  // Eight in seven bytes: full.
  assert.equal(decodeGsm7(unpackSeptets(hex("31D98C56B3DD70"))), "12345678");
  assert.equal(
    decodeGsm7(unpackSeptets(hex("31D98C56B3DD00"))),
    "1234567",
    "the last seven bits are filling",
  );
  // After a header of six bytes, 48 bits, one bit is skipped: 49 are seven septets.
  assert.equal(decodeGsm7(unpackSeptets(hex("D06536FB0D"), 1)), "hello");
  assert.equal(unpackSeptets(hex("")).length, 0);
  assert.equal(unpackSeptets(hex("00"), 3).length, 0);
});
