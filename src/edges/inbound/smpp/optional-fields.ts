import { PduFault, statuses } from "./pdu.ts";

/** The optional fields (TLVs) that matter here, by their tags (SMPP 3.4, 5.3.2). */
export const tags = {
  sarReference: 0x020c,
  sarTotal: 0x020e,
  sarNumber: 0x020f,
  payload: 0x0424,
} as const;

/** Reads what follows the mandatory fields: a tag, a length and a value each. The first of a tag counts. */
export function readOptionalFields(bytes: Buffer): ReadonlyMap<number, Buffer> {
  const fields = new Map<number, Buffer>();
  for (let at = 0; at < bytes.length;) {
    if (isFilling(bytes.subarray(at))) break;
    if (at + 4 > bytes.length) throw cutOff();
    const tag = bytes.readUInt16BE(at);
    const end = at + 4 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw cutOff();
    if (!fields.has(tag)) fields.set(tag, bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

const cutOff = (): PduFault => new PduFault(statuses.optionalPart, "An optional field is cut off.");

/** Some centres end a PDU with a few NULs more than it has. */
const isFilling = (bytes: Buffer): boolean => bytes.length < 4 && bytes.every((byte) => byte === 0);
