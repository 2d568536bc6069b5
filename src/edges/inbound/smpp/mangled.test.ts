import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../../../kit/errors.ts";
import { createNumberReader } from "../number.ts";
import { alphabets } from "./data-coding.ts";
import { createFrameReader } from "./frames.ts";
import { commands, PduFault, readPdu } from "./pdu.ts";
import { readMessage } from "./read-message.ts";
import { isReport, readShortMessage } from "./short-message.ts";

// Whatever comes over a link is read, or refused with a status: nothing else is ever thrown.

const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const cases = 10_000;
const readNumber = createNumberReader();

const good = [
  `00000049 00000005 00000000 00000001 00 0500476f6f676c6500 0101313230323535353031393900 00000000000000 00 00
   0e 436f64653a203438312d353136 2e`,
  `00000055 00000005 00000000 00000002 00 0500476f6f676c6500 0101313230323535353031393900 40000000000000 08 00
   10 050003ab0201 041a043e0434003100 32 020c0002 00ab`,
  `00000052 00000103 00000000 00000003 00 0101343900 0101313230323535353031393900 0000 00
   0424 0006 434f44453a31 020c0002 0001 020e0001 02 020f0001 02`,
].map((text) => {
  const bytes = Buffer.from(text.replaceAll(/\s/g, ""), "hex");
  bytes.writeUInt32BE(bytes.length);
  return bytes;
});

function randomBelow(start: number): (below: number) => number {
  let state = start >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % Math.max(below, 1);
  };
}

/** One to three bytes are changed, cut out or doubled; the length in front is right again, more often than not. */
function mangle(pdu: Buffer, next: (below: number) => number): Buffer {
  let bytes = Buffer.from(pdu);
  for (let times = 1 + next(3); times > 0; times--) {
    const [from, length] = [next(bytes.length), next(6)];
    const piece = Buffer.from(Array.from({ length: next(4) }, () => next(256)));
    bytes = Buffer.concat([bytes.subarray(0, from), piece, bytes.subarray(from + length)]);
  }
  if (next(8) > 0 && bytes.length >= 4) bytes.writeUInt32BE(bytes.length);
  return bytes;
}

test(`${cases} mangled PDUs are read, or refused with a status`, (context) => {
  context.diagnostic(`FUZZ_SEED=${seed}`);
  const next = randomBelow(seed);
  const outcomes = { read: 0, others: 0, refused: 0 };
  for (let round = 0; round < cases; round++) {
    const bytes = mangle(good[round % good.length] as Buffer, next);
    try {
      for (const frame of createFrameReader()(bytes)) {
        const pdu = readPdu(frame);
        if (pdu.command !== commands.deliverSm && pdu.command !== commands.dataSm) {
          outcomes.others++;
          continue;
        }
        const message = readShortMessage(pdu);
        assert.equal(typeof isReport(message), "boolean");
        const alphabet = alphabets[round % alphabets.length] ?? "gsm-7";
        const sms = readMessage(message, { alphabet, ucs2: "big-endian", readNumber });
        assert.ok(sms === null || sms.text.isWellFormed());
        outcomes.read++;
      }
    } catch (error) {
      if (!(error instanceof PduFault || error instanceof Refusal))
        assert.fail(`FUZZ_SEED=${seed}, case ${round}: ${String(error)}\n${bytes.toString("hex")}`);
      outcomes.refused++;
    }
  }
  for (const [outcome, count] of Object.entries(outcomes))
    assert.ok(count > cases / 200, `hardly any were ${outcome}: ${count}`);
});
