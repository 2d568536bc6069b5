import { invalid } from "../../kit/errors.ts";
import { readRaw, type Charset } from "../../kit/raw-text.ts";

const charsetNames: Record<string, Charset> = {
  "utf-16": "utf-16be", // Without a byte order mark the high byte comes first (RFC 2781, 4.3).
  "utf-16be": "utf-16be",
  "utf-16le": "utf-16le",
  "ucs-2": "utf-16be",
  "iso-10646-ucs-2": "utf-16be",
  "iso-8859-1": "windows-1252",
  "iso-8859-15": "windows-1252",
  latin1: "windows-1252",
  "windows-1252": "windows-1252",
};

/**
 * The charset that a type such as `text/plain; charset=iso-8859-1` declares. UTF-8 is verified, because many declare
 * it for anything.
 */
export function charsetNamed(contentType: string | undefined): Charset {
  const [, name = ""] = /;\s*charset="?([\w.-]+)/i.exec(contentType ?? "") ?? [];
  return charsetNames[name.toLowerCase()] ?? "auto";
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Decodes bytes as UTF-8 unless another charset is declared. */
export function decodeText(bytes: Buffer, charset: Charset = "auto"): string {
  if (charset !== "auto") return readRaw([{ bytes, charset }]);
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalid("body", "The body is not valid UTF-8. Send UTF-8, or name the charset in Content-Type.");
  }
}
