import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeBytes, decodeText } from "./decode-text.ts";

const text = "number,note\r\n234,Ürün 😀\r\n";
const bigEndian = (value: string): Buffer => Buffer.from(value, "utf16le").swap16();
const written: [string, Buffer][] = [
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
  ["UTF-16 with a mark", Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 without", Buffer.from(text, "utf16le")],
  ["UTF-16, big end first, with a mark", bigEndian(`\ufeff${text}`)],
  ["UTF-16, big end first, without", bigEndian(text)],
];

async function decode(bytes: Buffer, size: number): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  }
  return (await Array.fromAsync(decodeText(chunks()))).join("");
}

for (const [name, bytes] of written) {
  test(`${name}, in pieces of any size`, async () => {
    assert.equal(decodeBytes(bytes), text);
    for (const size of [1, 2, 3, 5, bytes.length])
      assert.equal(await decode(bytes, size), text, String(size));
  });
}

test("nothing, and a single letter", async () => {
  assert.equal(await decode(Buffer.alloc(0), 1), "");
  assert.equal(await decode(Buffer.from("a"), 1), "a");
  assert.equal(await decode(Buffer.from([0xef, 0xbb, 0xbf]), 1), "");
});
