import assert from "node:assert/strict";
import { test } from "node:test";
import { rawUnits, readRaw, type Charset, type RawText } from "./raw-text.ts";

const texts = [
  "Your code is 482913. Don't share it.",
  "Código: 482913. Não compartilhe, à bientôt",
  "Код подтверждения: 482913",
  "رمز التحقق الخاص بك هو 482913",
  "קוד האימות שלך: 482913",
  "आपका कोड 482913 है",
  "รหัสของคุณคือ 482913",
  "您的验证码是482913，请勿告诉他人。",
  "認証コードは 482913 です",
  "인증번호 482913",
  "Ihr Code 😱 482913 👍🏽 ok",
  "4821",
];
const latin = texts.slice(0, 2);

const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const encodings: Partial<Record<Charset, (text: string) => Buffer>> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-16be": utf16be,
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
};
const auto = (bytes: Buffer): RawText => ({ bytes, charset: "auto" });

test("bytes of unknown encoding are read as what they look like", () => {
  for (const text of texts)
    for (const [charset, encode] of Object.entries(encodings))
      assert.equal(readRaw([auto(encode(text))]), text, charset);
  for (const text of latin) assert.equal(readRaw([auto(Buffer.from(text, "latin1"))]), text, "latin1");
  assert.equal(readRaw([auto(Buffer.from("feff04220435", "hex"))]), "Те", "with a byte order mark");
  assert.equal(readRaw([auto(Buffer.alloc(0))]), "");
});

test("a stray control or padding does not make a plain text UTF-16", () => {
  assert.equal(readRaw([auto(Buffer.from("Code 4829\0\0"))]), "Code 4829");
  assert.equal(readRaw([auto(Buffer.from("Code\x014829"))]), "Code\x014829");
  assert.equal(readRaw([rawUnits("Code 4829\0")]), "Code 4829");
});

test("a text cut anywhere is the same text once joined, in any encoding", () => {
  for (const text of texts)
    for (const [name, encode] of Object.entries(encodings)) {
      const bytes = encode(text);
      for (const charset of [name as Charset, "auto" as const])
        for (let at = 0; at <= bytes.length; at++) {
          const pieces = [bytes.subarray(0, at), bytes.subarray(at)].map((each) => ({
            bytes: each,
            charset,
          }));
          assert.equal(readRaw(pieces), text, `${charset} (${name}) cut at ${at}`);
        }
    }
  for (const text of latin) {
    const bytes = Buffer.from(text, "latin1");
    for (let at = 0; at <= bytes.length; at++)
      assert.equal(readRaw([auto(bytes.subarray(0, at)), auto(bytes.subarray(at))]), text);
  }
});

test("halves of a surrogate pair join: as code units, as UTF-16, and encoded one by one", () => {
  assert.equal(readRaw([rawUnits("Код \ud83d"), rawUnits("\ude31 ok")]), "Код 😱 ok");
  const hex = (text: string, charset: Charset): RawText => ({ bytes: Buffer.from(text, "hex"), charset });
  assert.equal(
    readRaw([hex("041a043e04340020d83d", "utf-16be"), hex("de310020006f006b", "utf-16be")]),
    "Код 😱 ok",
  );
  for (const charset of ["auto", "utf-8"] as const)
    assert.equal(readRaw([hex("6f6b20eda0bd", charset), hex("edb8b1206f6b", charset)]), "ok 😱 ok");
});

test("a piece keeps everything except the half character at its end", () => {
  const bytes = Buffer.from("Код 😱");
  assert.equal(readRaw([auto(bytes.subarray(0, -2))], { isCut: true }), "Код ");
  assert.equal(readRaw([auto(bytes.subarray(1))], { isCut: true }), "од 😱");
  assert.equal(readRaw([rawUnits("Код \ud83d")], { isCut: true }), "Код \ufffd");
});

test("pieces in different charsets are each read in their own", () => {
  const second: RawText = { bytes: Buffer.from("Ä 2", "latin1"), charset: "windows-1252" };
  assert.equal(readRaw([rawUnits("Код 1 "), second]), "Код 1 Ä 2");
  assert.equal(
    readRaw([auto(Buffer.from("plain text and ")), auto(utf16be("Код 42"))]),
    "plain text and Код 42",
  );
});

test("bytes in no known encoding still become text, well-formed and without NULs", () => {
  let state = 1;
  const random = (): number => (state = (state * 48271) % 0x7fffffff) & 0xff;
  for (let round = 0; round < 2000; round++) {
    const bytes = Buffer.from(Array.from({ length: round % 40 }, random));
    for (const charset of ["auto", "utf-8", "utf-16be", "utf-16le", "windows-1252"] as const)
      for (const isCut of [true, false]) {
        const text = readRaw([{ bytes, charset }], { isCut });
        assert.ok(text.isWellFormed() && !text.includes("\0"));
      }
  }
});
