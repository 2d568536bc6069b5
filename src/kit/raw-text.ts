import { decodeGsm7 } from "./gsm7.ts";

/** A text before decoding: bytes, and their encoding if it is known. */
export interface RawText {
  bytes: Buffer;
  charset: Charset;
}

/** `auto`: whatever the bytes look like: UTF-8, UTF-16 (the UCS-2 of SMS) or Latin-1. `gsm-7`: a septet a byte. */
export const charsets = ["auto", "utf-8", "utf-16be", "utf-16le", "windows-1252", "gsm-7"] as const;
export type Charset = (typeof charsets)[number];

/** Characters that no text contains: controls other than line breaks and tabs. */
const controls = /[\p{Cc}--[\t\n\f\r]]/v;
const notWritten = /\p{Cn}|\p{Co}/u;

/** The code units of a string, including lone surrogates, which UTF-8 could not hold. */
export const rawUnits = (text: string): RawText => ({
  bytes: Buffer.from(text, "utf16le"),
  charset: "utf-16le",
});

/**
 * Decodes pieces that form one text. They are joined before they are decoded, because a character may be cut in two
 * at the end of a piece. `isCut` says that more text precedes or follows, so that the ends may hold half a character.
 * The result is well-formed and has no NUL.
 */
export function readRaw(pieces: RawText[], { isCut = false } = {}): string {
  const text = runsOf(pieces)
    .map((run) => decodeRun(run, isCut))
    .join("");
  return text.replaceAll("\0", "").toWellFormed();
}

/** Neighbours with the same charset form one run of bytes. */
function runsOf(pieces: RawText[]): RawText[][] {
  const runs: RawText[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run?.[0]?.charset === piece.charset) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

function decodeRun(run: RawText[], isCut: boolean): string {
  const bytes = Buffer.concat(run.map((piece) => piece.bytes));
  const charset = run[0]?.charset ?? "auto";
  if (charset !== "auto") return decode(bytes, charset, isCut);
  const recognized = recognize(bytes, isCut);
  if (recognized) return decode(bytes, recognized, isCut);
  // Each separately: one may be in the GSM alphabet and the next in UCS-2.
  return run.map((piece) => decode(piece.bytes, recognize(piece.bytes, true) ?? "utf-8", true)).join("");
}

function decode(bytes: Buffer, charset: Exclude<Charset, "auto">, isCut: boolean): string {
  if (charset === "utf-8") return decodeUtf8(bytes, isCut) ?? new TextDecoder().decode(bytes);
  if (charset === "gsm-7") return decodeGsm7(bytes);
  if (charset === "windows-1252") return new TextDecoder("windows-1252").decode(bytes);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const little = charset === "utf-16le" ? whole : Buffer.from(whole).swap16();
  return little.toString("utf16le").replace(/^\ufeff/, "");
}

/** The encoding of bytes of unknown origin; null if none fits. */
function recognize(bytes: Buffer, isCut: boolean): Exclude<Charset, "auto"> | null {
  const utf8 = decodeUtf8(bytes, isCut);
  if (utf8 !== null && !controls.test(utf8)) return "utf-8";
  const utf16 = bytes.length % 2 === 0 ? recognizeUtf16(bytes, isCut) : null;
  if (utf8 !== null) return utf16 && isMostlyHigh(bytes) ? utf16 : null;
  if (utf16 && bytes.includes(0)) return utf16;
  return isLatin(bytes) ? "windows-1252" : utf16;
}

/**
 * In most scripts, half of the bytes of UTF-16 are 00 to 1f; a text that somebody padded with NUL only has a few of
 * them.
 */
const isMostlyHigh = (bytes: Buffer): boolean =>
  bytes.filter((byte) => byte < 0x20).length * 4 >= bytes.length;

/** In a text in one script, the high bytes of the code units have few values, the low ones many. */
function recognizeUtf16(bytes: Buffer, isCut: boolean): "utf-16be" | "utf-16le" | null {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "feff") return "utf-16be";
  if (mark === "fffe") return "utf-16le";
  const kinds = (from: number): number => new Set(bytes.filter((_, place) => place % 2 === from)).size;
  const orders =
    kinds(0) <= kinds(1) ? (["utf-16be", "utf-16le"] as const) : (["utf-16le", "utf-16be"] as const);
  return orders.find((order) => isText(decode(bytes, order, isCut), isCut)) ?? null;
}

function isText(text: string, isCut: boolean): boolean {
  const body = isCut ? text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "") : text;
  return body.isWellFormed() && !controls.test(body) && !notWritten.test(body);
}

/** Latin-1 fits almost any bytes, so we only guess it if most of the text is plain letters, spaces and digits. */
function isLatin(bytes: Buffer): boolean {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return !controls.test(text) && (text.match(/[\w\s.,:;!?'"()-]/g)?.length ?? 0) * 2 > text.length;
}

const halfPair = /\xed[\xa0-\xbf][\x80-\xbf]/;
const cutFront = /^[\x80-\xbf]{1,3}/;
const cutEnd = /(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})$/;

/**
 * UTF-8, even if somebody encoded each half of a surrogate pair separately (CESU-8): the halves are kept, and form a
 * character once they are next to each other. Null if it is not UTF-8.
 */
function decodeUtf8(bytes: Buffer, isCut: boolean): string | null {
  if (bytes.every((byte) => byte < 0x80)) return bytes.toString("latin1");
  const latin = bytes.toString("latin1");
  const body = isCut ? latin.replace(cutFront, "").replace(cutEnd, "") : latin;
  const strict = new TextDecoder("utf-8", { fatal: true });
  try {
    return body
      .split(new RegExp(`(${halfPair.source})`))
      .map((piece) =>
        halfPair.test(piece) && piece.length === 3
          ? halfOf(piece)
          : strict.decode(Buffer.from(piece, "latin1")),
      )
      .join("");
  } catch {
    return null;
  }
}

const halfOf = (triple: string): string =>
  String.fromCharCode(0xd000 | ((triple.charCodeAt(1) & 0x3f) << 6) | (triple.charCodeAt(2) & 0x3f));
