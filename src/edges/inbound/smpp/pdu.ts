/** One unit of the protocol (SMPP 3.4, 3.2): a header of four numbers, and a body that depends on the command. */
export interface Pdu {
  command: number;
  status: number;
  sequence: number;
  body: Buffer;
}

/** SMPP 3.4, 5.1.2.1. The answer to a command is the command with the highest bit set. */
export const commands = {
  bindReceiver: 0x01,
  deliverSm: 0x05,
  unbind: 0x06,
  bindTransceiver: 0x09,
  enquireLink: 0x15,
  alertNotification: 0x102,
  dataSm: 0x103,
  genericNack: 0x8000_0000,
} as const;

export const answerTo = (command: number): number => (command | 0x8000_0000) >>> 0;
export const isAnswer = (command: number): boolean => command >= 0x8000_0000;

/** SMPP 3.4, 5.1.3. */
export const statuses = {
  ok: 0x00,
  messageLength: 0x01,
  commandLength: 0x02,
  commandId: 0x03,
  bindState: 0x04,
  alreadyBound: 0x05,
  bindFailed: 0x0d,
  password: 0x0e,
  systemId: 0x0f,
  temporary: 0x64,
  rejected: 0x66,
  optionalPart: 0xc0,
} as const;

const names: Record<number, string> = {
  [statuses.bindState]: "not allowed now",
  [statuses.alreadyBound]: "already bound",
  0x08: "system error",
  [statuses.bindFailed]: "bind failed",
  [statuses.password]: "wrong password",
  [statuses.systemId]: "unknown system id",
  0x58: "throttled",
};

/** A status for people: `0x0e (wrong password)`. */
export function describeStatus(status: number): string {
  const hex = `0x${status.toString(16).padStart(2, "0")}`;
  const name = names[status];
  return name === undefined ? hex : `${hex} (${name})`;
}

export const headerBytes = 16;

/** Reads a whole PDU, whose length the frame reader has checked. */
export function readPdu(frame: Buffer): Pdu {
  return {
    command: frame.readUInt32BE(4),
    status: frame.readUInt32BE(8),
    sequence: frame.readUInt32BE(12),
    body: frame.subarray(headerBytes),
  };
}

export function writePdu({ command, status, sequence, body }: Pdu): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32BE(headerBytes + body.length, 0);
  header.writeUInt32BE(command, 4);
  header.writeUInt32BE(status, 8);
  header.writeUInt32BE(sequence, 12);
  return Buffer.concat([header, body]);
}

/** What is wrong with a PDU, and the status that tells the other side. */
export class PduFault extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
