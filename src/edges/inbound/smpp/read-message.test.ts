import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../../../kit/errors.ts";
import { readRaw, type RawText } from "../../../kit/raw-text.ts";
import { createNumberReader } from "../number.ts";
import type { InboundSms } from "../source-kind.ts";
import { alphabets, alphabetOf, type Coding } from "./data-coding.ts";
import { commands, PduFault, readPdu, statuses } from "./pdu.ts";
import { readMessage, type LinkReading } from "./read-message.ts";
import { isReport, readShortMessage } from "./short-message.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ""), "hex");
const link = (coding: Partial<Coding> = {}, country?: "US"): LinkReading => ({
  alphabet: "gsm-7",
  ucs2: "big-endian",
  readNumber: createNumberReader(country),
  ...coding,
});

interface Given {
  esmClass?: string;
  dataCoding?: string;
  text?: Buffer | string;
  to?: string;
  optional?: string;
}

/** The body of a deliver_sm, byte by byte: from "Google" to an international number. */
function body({
  esmClass = "00",
  dataCoding = "00",
  text = "",
  to = "01 01 313230323535353031393900",
  optional = "",
}: Given): Buffer {
  const bytes = typeof text === "string" ? hex(text) : text;
  const before = `00  05 00 476f6f676c6500  ${to}  ${esmClass} 00 00  00 00  00 00 ${dataCoding} 00`;
  return Buffer.concat([hex(before), Buffer.from([bytes.length]), bytes, hex(optional)]);
}

const parse = (given: Given) =>
  readShortMessage({ command: commands.deliverSm, status: 0, sequence: 1, body: body(given) });
const read = (given: Given, reading = link()): InboundSms => readMessage(parse(given), reading) as InboundSms;
const textIn = (given: Given, coding: Partial<Coding> = {}): string => read(given, link(coding)).text;

test("a deliver_sm off the wire", () => {
  const frame = hex(
    `0000004f 00000005 00000000 0000002a
     00 05 00 476f6f676c6500 01 01 313230323535353031393900 00 00 00 00 00 00 00 00 00
     13 596f757220636f64653a203438312d3531362e
     0204 0002 0007`,
  );
  frame.writeUInt32BE(frame.length);
  const sms = readMessage(readShortMessage(readPdu(frame)), link());
  assert.deepEqual(sms, {
    sourceKey: null,
    number: "12025550199",
    sender: "Google",
    text: "Your code: 481-516.",
  });
});

test("a data_sm has its text in message_payload", () => {
  const optional = hex("0424 0006 434f44453a31");
  const frame = Buffer.concat([hex("00 01 01 343900 01 01 313230323535353031393900 00 00 03"), optional]);
  const message = readShortMessage({ command: commands.dataSm, status: 0, sequence: 1, body: frame });
  assert.equal(readMessage(message, link())?.text, "CODE:1");
});

test("message_payload replaces an empty short_message only", () => {
  assert.equal(textIn({ optional: "0424 0003 414243" }), "ABC");
  assert.equal(textIn({ text: "58", optional: "0424 0003 414243" }), "X");
  assert.equal(textIn({ optional: "0424 0000" }), "");
});

test("what data_coding 0 is, the link decides", () => {
  const cases: [Coding["alphabet"], string, string][] = [
    ["gsm-7", "0002311b651b3c", "@$1€["],
    ["gsm-7-packed", "E8329BFD06", "hello"],
    ["latin-1", "405f245be9", "@_$[é"],
    ["ascii", "405f245b5d", "@_$[]"],
    ["utf-8", "c3a9e282ac", "é€"],
    ["ucs-2", "00410042", "AB"],
  ];
  assert.deepEqual(
    cases.map(([alphabet]) => alphabet),
    alphabets,
  );
  for (const [alphabet, text, expected] of cases)
    assert.equal(textIn({ text }, { alphabet }), expected, alphabet);
});

test("other codings mean the same on every link", () => {
  const cases: [string, string, string][] = [
    ["01", "6140625f245b315d", "a@b_$[1]"], // ASCII is not the GSM alphabet.
    ["03", "e9fc40", "éü@"],
    ["08", "041a043e0434d83dde00", "Код😀"],
    ["08", "feff00410042", "AB"],
    ["08", "fffe41004200", "AB"],
    ["08", "004100", "A"], // Of half a character nothing is left.
    ["06", "bfe0d8d2d5e2", "Привет"],
    ["07", "f9ece5ed", "שלום"],
    ["04", "436f646520343831", "Code 481"], // Binary, and nonetheless a text.
    ["04", "1be7f3e0a1e57b00ff", ""],
    ["e0", "00410042", "AB"],
    ["f1", "0031", "@1"],
    ["f5", "436f6465", "Code"],
    ["18", "00410042", "AB"], // With a message class.
    ["10", "0031", "@1"],
  ];
  for (const usual of ["gsm-7", "latin-1"] as const)
    for (const [dataCoding, text, expected] of cases)
      assert.equal(textIn({ dataCoding, text }, { alphabet: usual }), expected, `${dataCoding} ${text}`);
  assert.equal(textIn({ dataCoding: "08", text: "41004200" }, { ucs2: "little-endian" }), "AB");
  assert.equal(textIn({ dataCoding: "08", text: "feff0041" }, { ucs2: "little-endian" }), "A");
});

test("every data_coding is of some alphabet; a compressed text is none", () => {
  for (let coding = 0; coding < 256; coding++)
    for (const usual of alphabets) assert.equal(typeof alphabetOf(coding, usual), "string");
  for (const reserved of [0x0b, 0x80, 0x9f, 0xb7]) assert.equal(alphabetOf(reserved, "utf-8"), "utf-8");
  assert.equal(alphabetOf(0x20, "gsm-7"), "binary");
  assert.equal(alphabetOf(0xf0, "gsm-7-packed"), "gsm-7-packed");
});

test("bytes that cannot be septets are of another alphabet", () => {
  assert.equal(textIn({ text: Buffer.from("Code 481516 für Sie", "latin1") }), "Code 481516 für Sie");
  assert.equal(textIn({ text: Buffer.from("Код 481516") }), "Код 481516");
});

const joined = (parts: InboundSms[]): string => readRaw(parts.map(({ part }) => part?.raw as RawText));

test("the parts of a long message, by header and by SAR", () => {
  const one = read({ esmClass: "40", text: "050003ab0201 4142" });
  const two = read({ esmClass: "40", text: "0608041234 0202 4344" });
  const sar = read({ text: "45", optional: "020c0002 00ab 020e0001 02 020f0001 02" });
  assert.deepEqual(
    [one, two, sar].map(({ text, part }) => [text, part?.reference, part?.total, part?.part]),
    [
      ["AB", "ab", 2, 1],
      ["CD", "1234", 2, 2],
      ["E", "sar 171", 2, 2],
    ],
  );
  // In message_payload, a header as well.
  assert.equal(read({ esmClass: "40", optional: "0424 0008 050003ab02024142" }).part?.part, 2);
  // If both are there, the header counts.
  const both = read({
    esmClass: "40",
    text: "050003ab020141",
    optional: "020c0002 0001 020e0001 03 020f0001 03",
  });
  assert.deepEqual([both.part?.reference, both.part?.total], ["ab", 2]);
});

test("a character, and an escape, may be cut in two between parts", () => {
  const part = (number: number, dataCoding: string, text: string): InboundSms =>
    read({ esmClass: "40", dataCoding, text: `050003ab020${number}${text}` });
  assert.equal(joined([part(1, "08", "0041d83d"), part(2, "08", "de000042")]), "A😀B");
  assert.equal(joined([part(1, "00", "411b"), part(2, "00", "6542")]), "A€B");
  assert.equal(joined([part(1, "00", "4100"), part(2, "08", "041a")]), "A@К");
});

test("packed septets after a header begin at a whole septet", () => {
  assert.equal(
    textIn({ esmClass: "40", text: "050003ab0201 D06536FB0D" }, { alphabet: "gsm-7-packed" }),
    "hello",
  );
});

test("parts that cannot be, and headers that are none, are passed over", () => {
  for (const [total, number] of ["0000", "0100", "0101", "0200", "0203"].map((pair) => [
    pair.slice(0, 2),
    pair.slice(2),
  ])) {
    const sar = `020c0002 0001 020e0001 ${total} 020f0001 ${number}`;
    assert.equal(read({ text: "41", optional: sar }).part, undefined, sar);
  }
  for (const partial of ["020c0002 0001", "020c0001 01 020e0001 02 020f0001 01", "020e0001 02 020f0001 01"])
    assert.equal(read({ text: "41", optional: partial }).part, undefined, partial);
  assert.equal(textIn({ esmClass: "40", text: "41424344" }), "ABCD", "a header of 65 bytes in four");
  assert.equal(textIn({ esmClass: "40" }), "");
  assert.equal(textIn({ esmClass: "40", text: "0605040b8423f0 4142" }), "", "for a program on the phone");
});

test("who it is for", () => {
  const number = (to: string, country?: "US"): string => read({ text: "41", to }, link({}, country)).number;
  assert.equal(number("01 01 2b313230323535353031393900"), "12025550199", "with a plus of its own");
  assert.equal(number("02 01 3230323535353031393900", "US"), "12025550199", "national");
  assert.equal(number("00 00 313230323535353031393900"), "12025550199", "unknown");
  assert.equal(number("03 00 31323300"), "123", "a short code");
  for (const to of ["01 01 00", "05 00 57686f00", "01 01 3100"])
    assert.throws(() => read({ text: "41", to }), Refusal, to);
});

test("receipts and acknowledgements are no messages", () => {
  for (const esmClass of ["04", "08", "10", "18", "20", "44"])
    assert.ok(isReport(parse({ esmClass })), esmClass);
  for (const esmClass of ["00", "03", "40", "80", "c0"]) assert.ok(!isReport(parse({ esmClass })), esmClass);
});

test("what is cut off is refused with a status that says where", () => {
  const whole = body({ text: "414243", optional: "020c0002 0001" });
  const statusOf = (bytes: Buffer): number => {
    try {
      readShortMessage({ command: commands.deliverSm, status: 0, sequence: 1, body: bytes });
      return statuses.ok;
    } catch (error) {
      assert.ok(error instanceof PduFault);
      return error.status;
    }
  };
  const shortMessage = whole.length - 9;
  for (let length = 0; length <= whole.length; length++) {
    const status = statusOf(whole.subarray(0, length));
    const optional = length - (shortMessage + 3);
    if (length < shortMessage) assert.equal(status, statuses.commandLength, `${length}`);
    else if (optional < 0) assert.equal(status, statuses.messageLength, `${length}`);
    else assert.equal(status, [0, 6].includes(optional) ? statuses.ok : statuses.optionalPart, `${length}`);
  }
  assert.equal(statusOf(Buffer.concat([whole, hex("000000")])), statuses.ok, "filling");
  assert.equal(statusOf(Buffer.concat([whole, hex("0424ffff41")])), statuses.optionalPart);
});
