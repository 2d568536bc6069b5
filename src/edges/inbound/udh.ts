import type { Field } from "./sms.ts";

/** Which part of a long message a user data header says that this is, in a form that `toSms` checks. */
export interface UdhPart {
  partReference: Field;
  partTotal: Field;
  partNumber: Field;
}

/**
 * Reads the concatenation of a user data header in hex: 8-bit (00 03) or 16-bit (08 04) references (3GPP TS 23.040,
 * 9.2.3.24). Other elements are passed over. Undefined if it has none, or is cut off.
 */
export function readUdh(hex: string): UdhPart | undefined {
  const header = Buffer.from(hex.replaceAll(/[^0-9a-f]/gi, ""), "hex");
  const end = 1 + (header[0] ?? 0);
  for (let at = 1; at + 1 < Math.min(end, header.length); at += 2 + (header[at + 1] ?? 0)) {
    const [id, length = 0] = header.subarray(at, at + 2);
    const data = header.subarray(at + 2, at + 2 + length);
    if ((id === 0x00 && data.length === 3) || (id === 0x08 && data.length === 4)) {
      const [total, number] = data.subarray(-2);
      const reference = data.subarray(0, -2).toString("hex");
      return { partReference: reference, partTotal: String(total), partNumber: String(number) };
    }
  }
  return undefined;
}
