import assert from "node:assert/strict";
import { test } from "node:test";
import { createFrameReader } from "./frames.ts";
import { answerTo, PduFault, readPdu, writePdu } from "./pdu.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ""), "hex");
const enquireLink = hex("00000010 00000015 00000000 00000007");
const ofLength = (length: number): Buffer => {
  const bytes = Buffer.alloc(Math.max(4, Math.min(length, 70_000)));
  bytes.writeUInt32BE(length);
  return bytes;
};

test("PDUs are cut out of a stream wherever it is cut itself", () => {
  const body = hex("00000013 00000005 00000000 ffffffff 616200");
  const stream = Buffer.concat([enquireLink, body, enquireLink]);
  for (let size = 1; size <= stream.length; size++) {
    const push = createFrameReader();
    const frames: Buffer[] = [];
    for (let at = 0; at < stream.length; at += size) frames.push(...push(stream.subarray(at, at + size)));
    assert.deepEqual(frames, [enquireLink, body, enquireLink], `in pieces of ${size}`);
  }
});

test("a length that no PDU has ends the stream, before more is waited for", () => {
  for (const length of [0, 1, 4, 15, 65_537, 0x7fff_ffff, 0xffff_ffff])
    assert.throws(() => [...createFrameReader()(ofLength(length).subarray(0, 4))], PduFault, `${length}`);
  for (const length of [16, 65_536])
    assert.equal(createFrameReader()(ofLength(length)).next().value?.length, length);
});

test("a PDU is written as it is read", () => {
  assert.deepEqual(readPdu(enquireLink), { command: 0x15, status: 0, sequence: 7, body: Buffer.alloc(0) });
  const pdu = { command: answerTo(0x05), status: 0x64, sequence: 0xffff_fffe, body: hex("00") };
  assert.deepEqual(writePdu(pdu), hex("00000011 80000005 00000064 fffffffe 00"));
  assert.deepEqual(readPdu(writePdu(pdu)), pdu);
});
