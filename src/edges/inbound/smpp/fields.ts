import { PduFault, statuses } from "./pdu.ts";

/** Reads the fields of a PDU's body one after the other; throws a PduFault at the first that is cut off. */
export function createFieldReader(body: Buffer) {
  let at = 0;

  function bytes(count: number, name: string, status: number = statuses.commandLength): Buffer {
    if (at + count > body.length) throw new PduFault(status, `${name} is cut off.`);
    at += count;
    return body.subarray(at - count, at);
  }

  return {
    bytes,
    byte: (name: string): number => bytes(1, name).readUInt8(),
    /** A C-octet string: what comes before the next NUL. */
    text(name: string): Buffer {
      const end = body.indexOf(0, at);
      if (end < 0) throw new PduFault(statuses.commandLength, `${name} does not end.`);
      return bytes(end + 1 - at, name).subarray(0, -1);
    },
    rest: (): Buffer => body.subarray(at),
  };
}

/** A C-octet string of ASCII. */
export const writeText = (text: string): Buffer => Buffer.from(`${text}\0`, "latin1");
