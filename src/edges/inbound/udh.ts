import type { Field } from "./sms.ts";

/** What a user data header says of the SMS that it precedes. */
export interface Udh {
  /** Which part of a long message it is, in a form that `toSms` checks; absent if it is a whole message. */
  part?: Record<"partReference" | "partTotal" | "partNumber", Field>;
  /** Its bytes are for a program on the phone or for the SIM: no text that a phone would show. */
  isForProgram: boolean;
}

/**
 * Reads a user data header in hex (3GPP TS 23.040, 9.2.3.24). Elements that say nothing of the above, that are cut off
 * or wrong are passed over: the message is read as if they were not there.
 */
export function readUdh(hex: string): Udh {
  const udh: Udh = { isForProgram: false };
  for (const { id, data } of elementsOf(Buffer.from(hex.replaceAll(/[^0-9a-f]/gi, ""), "hex"))) {
    if (isForProgram(id)) udh.isForProgram = true;
    if ((id === 0x00 && data.length === 3) || (id === 0x08 && data.length === 4)) {
      const [total = 0, number = 0] = data.subarray(-2);
      const partReference = data.subarray(0, -2).toString("hex");
      if (isPart(total, number))
        udh.part = { partReference, partTotal: String(total), partNumber: String(number) };
    }
  }
  return udh;
}

/** 9.2.3.24.1: an element that names no possible part is ignored. One of one is a whole message. */
export const isPart = (total: number, number: number): boolean => total > 1 && number >= 1 && number <= total;

/** Application ports, by 8 and by 16 bits, and the security headers of the SIM Application Toolkit. */
const isForProgram = (id: number): boolean => id === 0x04 || id === 0x05 || (id >= 0x70 && id <= 0x7f);

function* elementsOf(header: Buffer): Generator<{ id: number; data: Buffer }> {
  const end = Math.min(1 + (header[0] ?? 0), header.length);
  for (let at = 1; at + 1 < end; at += 2 + (header[at + 1] ?? 0)) {
    const [id = 0, length = 0] = header.subarray(at, at + 2);
    const data = header.subarray(at + 2, at + 2 + length);
    if (data.length === length) yield { id, data };
  }
}
