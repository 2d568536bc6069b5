import { invalid } from "../../../kit/errors.ts";
import { decodeText } from "../body.ts";

export type TextEncoding = "none" | "base64" | "hex-ucs2";

const base64 = /^[A-Za-z0-9+/_-]*={0,2}$/;
const ucs2 = /^(?:[0-9a-f]{4})*$/i;

/** Undoes what the source does to texts; `hex-ucs2` is UTF-16, high byte first, as SIM boxes print it. */
export function decodeSmsText(text: string, encoding: TextEncoding, name: string): string {
  if (encoding === "none") return text;
  const packed = text.replaceAll(/\s/g, "");
  if (!(encoding === "base64" ? base64 : ucs2).test(packed))
    throw invalid(name, `${name} is not ${encoding}.`);
  if (encoding === "base64") return decodeText(Buffer.from(packed, "base64"));
  return Buffer.from(packed, "hex").swap16().toString("utf16le");
}
