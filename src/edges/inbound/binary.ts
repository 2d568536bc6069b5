import { invalid } from "../../kit/errors.ts";
import { readRaw, type RawText } from "../../kit/raw-text.ts";

/**
 * The text in the bytes of a binary SMS. Hardly any has one: settings of phones, ring tones. One without is kept as a
 * message without a text, so that nothing in its bytes is taken for a code. Of a part we cannot know yet.
 */
export function textOfBinary(bytes: Buffer, { isPart }: { isPart: boolean }): RawText {
  const raw: RawText = { bytes, charset: "auto" };
  return isPart || !unreadable.test(readRaw([raw])) ? raw : { bytes: Buffer.alloc(0), charset: "auto" };
}

const unreadable = /\ufffd|[\p{Cc}--[\t\n\f\r]]/v;

/** The bytes of a field in hex. Throws a Refusal if it is not hex. */
export function fromHex(hex: string, name: string): Buffer {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw invalid(name, `${name} is not hex.`);
  return Buffer.from(hex, "hex");
}
