/** What a deliver_sm says, in bytes; by default a whole message in Latin-1. */
export interface DeliverSm {
  to: string;
  from?: string;
  esmClass?: number;
  dataCoding?: number;
  bytes: Buffer;
  /** TLVs. */
  optional?: Buffer;
}

/** The body of a deliver_sm (SMPP 3.4, 4.6.1). What short_message cannot hold is in message_payload. */
export function deliverSm({
  to,
  from = "WhatsApp",
  esmClass = 0,
  dataCoding = 3,
  bytes,
  optional,
}: DeliverSm): Buffer {
  const isShort = bytes.length <= 254;
  return Buffer.concat([
    Buffer.from([0, 5, 0]),
    Buffer.from(`${from}\0`),
    Buffer.from([0, 0]),
    Buffer.from(`${to}\0`),
    Buffer.from([esmClass, 0, 0, 0, 0, 0, 0, dataCoding, 0]),
    Buffer.from([isShort ? bytes.length : 0]),
    isShort ? bytes : tlv(0x0424, bytes),
    optional ?? Buffer.alloc(0),
  ]);
}

export function tlv(tag: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(tag);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value]);
}

/** The SAR fields of a part. */
export function sar(reference: number, total: number, number: number): Buffer {
  return Buffer.concat([
    tlv(0x020c, Buffer.from([reference >> 8, reference & 0xff])),
    tlv(0x020e, Buffer.from([total])),
    tlv(0x020f, Buffer.from([number])),
  ]);
}

/** A text as carriers send it: in Latin-1 if that can hold it, else in UCS-2. */
export function encode(text: string): Pick<DeliverSm, "bytes" | "dataCoding"> {
  const isLatin = /^[\0-\x7f\xa0-\xff]*$/.test(text);
  return isLatin
    ? { bytes: Buffer.from(text, "latin1"), dataCoding: 3 }
    : { bytes: Buffer.from(text, "utf16le").swap16(), dataCoding: 8 };
}
