import { invalid } from "../../../kit/errors.ts";
import { rawUnits, readRaw, type Charset, type RawText } from "../../../kit/raw-text.ts";

export const textEncodings = ["none", "utf-8", "ucs2", "latin1", "base64", "hex-ucs2"] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** The encoding of a form field's bytes, if the operator names it. */
const charsets: Partial<Record<TextEncoding, Charset>> = {
  "utf-8": "utf-8",
  ucs2: "utf-16be",
  latin1: "windows-1252",
};

const base64 = /^[A-Za-z0-9+/_-]*={0,2}$/;
const ucs2 = /^(?:[0-9a-f]{4})*$/i;

/**
 * Undoes the source's encoding of texts. With `none` they are as they come, and anything that is not UTF-8 is
 * detected; base64 may hold bytes of any kind; `hex-ucs2` is UTF-16, high byte first, as SIM boxes print it. Nothing
 * is decoded to characters yet, because a part may end within a character.
 */
export function unwrapText(text: string | RawText, encoding: TextEncoding, name: string): RawText {
  if (encoding !== "base64" && encoding !== "hex-ucs2") return asBytes(text, charsets[encoding]);
  const packed = asText(text).replaceAll(/\s/g, "");
  if (!(encoding === "base64" ? base64 : ucs2).test(packed))
    throw invalid(name, `${name} is not ${encoding}.`);
  if (encoding === "base64") return { bytes: Buffer.from(packed, "base64"), charset: "auto" };
  return { bytes: Buffer.from(packed, "hex"), charset: "utf-16be" };
}

const asText = (text: string | RawText): string => (typeof text === "string" ? text : readRaw([text]));

/**
 * JSON has no bytes: a gateway that puts them there turns each into a character, and the control characters among
 * them reveal it.
 */
function asBytes(text: string | RawText, charset: Charset | undefined): RawText {
  if (typeof text !== "string") return { bytes: text.bytes, charset: charset ?? text.charset };
  const holdsBytes = charset === "utf-16be" || hasControls.test(text);
  return holdsBytes && onlyBytes.test(text)
    ? { bytes: Buffer.from(text, "latin1"), charset: charset ?? "auto" }
    : rawUnits(text);
}

const onlyBytes = /^[\0-\xff]*$/;
const hasControls = /[\p{Cc}--[\t\n\f\r]]/v;
