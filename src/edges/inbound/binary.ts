import { invalid } from "../../kit/errors.ts";
import { readRaw, type RawText } from "../../kit/raw-text.ts";
import type { Udh } from "./udh.ts";

/**
 * The text in the bytes of a binary SMS, or of a part of one. Hardly any has one: settings of phones, ring tones. One
 * without is kept as a message without a text, so that nothing in its bytes is taken for a code.
 */
export function textOfBinary(
  bytes: Buffer,
  { isPart, isForProgram }: { isPart: boolean } & Pick<Udh, "isForProgram">,
): RawText {
  const isText = !isForProgram && (isPart ? isPartOfText(bytes) : isReadable(read(bytes)));
  return { bytes: isText ? bytes : Buffer.alloc(0), charset: "auto" };
}

const read = (bytes: Buffer, isCut = false): string => readRaw([{ bytes, charset: "auto" }], { isCut });

const isReadable = (text: string): boolean => !/\ufffd|[\p{Cc}--[\t\n\f\r]]/v.test(text);

/** A part may begin and end within a character, and even within the two bytes of a UTF-16 code unit. */
function isPartOfText(bytes: Buffer): boolean {
  const cuts = bytes.length % 2 === 0 ? [bytes] : [bytes, bytes.subarray(1), bytes.subarray(0, -1)];
  return cuts.some((cut) => isReadable(read(cut, true).replaceAll(/^\ufffd{1,3}|\ufffd{1,3}$/g, "")));
}

/** The bytes of a field in hex. Throws a Refusal if it is not hex. */
export function fromHex(hex: string, name: string): Buffer {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw invalid(name, `${name} is not hex.`);
  return Buffer.from(hex, "hex");
}
