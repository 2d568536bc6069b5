import { unpackSeptets } from "../../../kit/gsm7.ts";
import { rawUnits, type RawText } from "../../../kit/raw-text.ts";
import { textOfBinary } from "../binary.ts";

/** What data_coding 0, "the centre's default alphabet", is on a link: no two carriers agree. */
export const alphabets = ["gsm-7", "gsm-7-packed", "latin-1", "ascii", "utf-8", "ucs-2"] as const;
/** The order of the two bytes of a UCS-2 character. */
export const byteOrders = ["big-endian", "little-endian"] as const;

/** What a link's carrier means by its codings. */
export interface Coding {
  alphabet: (typeof alphabets)[number];
  ucs2: (typeof byteOrders)[number];
}

/** How the bytes of a message are read: an alphabet, or one of those that only data_coding names. */
type Alphabet =
  Coding["alphabet"] | "binary" | "iso-8859-5" | "iso-8859-8" | "euc-kr" | "shift_jis" | "iso-2022-jp";

/** The values that SMPP defines itself (SMPP 3.4, 5.2.19), which are not those of GSM. */
const ofSmpp: Partial<Record<number, Alphabet>> = {
  0x01: "ascii",
  0x02: "binary",
  0x03: "latin-1",
  0x04: "binary",
  0x05: "shift_jis",
  0x06: "iso-8859-5",
  0x07: "iso-8859-8",
  0x08: "ucs-2",
  0x0a: "iso-2022-jp",
  0x0e: "euc-kr",
};

/** The alphabet of a data_coding: from 0x10 on those of GSM, in groups (3GPP TS 23.038, 4). */
export function alphabetOf(dataCoding: number, usual: Coding["alphabet"]): Alphabet {
  const gsm = usual === "gsm-7-packed" ? usual : "gsm-7";
  const group = dataCoding >> 4;
  if (group === 0x0) return ofSmpp[dataCoding] ?? usual;
  if (group <= 0x7) {
    const isCompressed = (dataCoding & 0x20) !== 0;
    const alphabet = ([gsm, "binary", "ucs-2", gsm] as const)[(dataCoding >> 2) & 3] ?? gsm;
    return isCompressed ? "binary" : alphabet;
  }
  if (group === 0xe) return "ucs-2"; // A message waits.
  if (group === 0xf) return (dataCoding & 0x04) !== 0 ? "binary" : gsm;
  return group === 0xc || group === 0xd ? gsm : usual;
}

/** The user data of a message behind its header. */
export interface UserData {
  bytes: Buffer;
  /** How many bytes the header before it has: packed septets begin at the next multiple of seven bits. */
  headerBytes: number;
  isPart: boolean;
  isForProgram: boolean;
}

/** The text of a message, before the parts of a long one are joined. */
export function textOf(data: UserData, dataCoding: number, { alphabet: usual, ucs2 }: Coding): RawText {
  const { bytes, headerBytes } = data;
  const alphabet = alphabetOf(dataCoding, usual);
  if (data.isForProgram || alphabet === "binary") return textOfBinary(bytes, data);
  switch (alphabet) {
    case "gsm-7":
      return septets(bytes);
    case "gsm-7-packed":
      return { bytes: unpackSeptets(bytes, (7 - ((headerBytes * 8) % 7)) % 7), charset: "gsm-7" };
    case "ascii":
    case "latin-1":
      return { bytes, charset: "windows-1252" };
    case "utf-8":
      return { bytes, charset: "utf-8" };
    case "ucs-2":
      return { bytes, charset: isLittle(bytes, ucs2) ? "utf-16le" : "utf-16be" };
    default:
      return rawUnits(new TextDecoder(alphabet).decode(bytes));
  }
}

/** Septets have no eighth bit: bytes that do are of some other alphabet. */
const septets = (bytes: Buffer): RawText => ({
  bytes,
  charset: bytes.some((byte) => byte >= 0x80) ? "auto" : "gsm-7",
});

const isLittle = (bytes: Buffer, order: Coding["ucs2"]): boolean => {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE() : 0;
  return mark === 0xfffe || (mark !== 0xfeff && order === "little-endian");
};
