/** Hostile and random input: no exceptions, no codes that are not in the text, and only bounded work. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as assertAlways, constantFrom, oneof, property, string } from "fast-check";
import { explainCode, findCode, toAsciiDigits } from "../code.ts";
import { createServiceRecognizer } from "../service.ts";
import { cpuMilliseconds } from "../../../../test/helpers/cpu.ts";

const recognizeService = createServiceRecognizer([
  { slug: "larkspur", name: "Larkspur", aliases: ["Larkspur Pay", "ลาร์ก"] },
]);

const LONGEST = 64 * 1024;

const PIECES = [
  ..."0123456789 \n.:-/*#@%+()[]【】<>$€=_,'\"",
  ..."٠٩۰۹०९০৯๐๙០៩၀၉０９",
  "𝟎",
  "\u200b",
  "\u202b",
  "\ud835",
  "\udfce",
  "\u0301",
  "é",
  "ß",
  "İ",
  "ก",
  "ำ",
  "碼",
  "ガ",
  "한",
  "ر",
  "ה",
  "я",
  "otp",
  "OTP ",
  "code",
  "your code is ",
  "verification code: ",
  "รหัส",
  "验证码",
  "код ",
  "share ",
  "ref ",
  "Rs.",
  "https://a.bc/",
  "a.b.c.",
  "xx",
  "123456",
  "12-34",
  "1 2 3 4 ",
  "<#>",
  "@lark.example #",
];

const message = oneof(
  string({ unit: "binary", maxLength: 400 }),
  string({ unit: "grapheme", maxLength: 400 }),
  array(constantFrom(...PIECES), { maxLength: 120 }).map((parts) => parts.join("")),
);

function check(text: string): void {
  const found = findCode(text);
  if (found) {
    const [from, to] = found.span;
    assert.ok(from >= 0 && from < to && to <= text.length);
    assert.equal(text.slice(from, to), found.code);
    assert.ok(found.confidence >= 0 && found.confidence <= 1);
    toAsciiDigits(found.code);
  }
  for (const { code, span } of explainCode(text).candidates) assert.equal(text.slice(...span), code);
  for (const { slug, confidence } of recognizeService(text)) assert.ok(slug !== "" && confidence <= 1);
}

test("any text gives null or a part of itself", () => {
  assertAlways(property(message, check), { numRuns: 1500 });
});

/** Inputs that would be slow for a backtracking pattern or a quadratic loop. */
const HOSTILE: Record<string, string> = {
  zeros: "0",
  "digits and blanks": "1 ",
  "six digits": "123456 ",
  "digits and dashes": "123-",
  dots: "a.",
  "digits and dots": "1.",
  "at signs": "a@",
  slashes: "http://",
  keywords: "otp",
  "keywords and numbers": "otp 123456 ",
  capitals: "CodE",
  stems: "Verify",
  "Thai keywords": "รหัส",
  "Chinese keywords": "验证码12345 ",
  warnings: "never share your code ",
  brackets: "【",
  bracketed: "【a】",
  "your your": "your ",
  "capital words": "Aa ",
  newlines: "\n",
  marks: "\u202b\u200b",
  "high surrogates": "\ud835",
  "mathematical digits": "𝟏",
  accents: "e\u0301",
  hyphens: "a-",
  origin: "@a.b #1\n",
  money: "Rs.1,",
  percent: "%1",
};

/**
 * As many characters as a text of 64 KB, in messages of the usual length: the upper bound for what hostile input may
 * cost.
 */
const ORDINARY = Array.from({ length: Math.ceil(LONGEST / 160) }, (_, i) =>
  `${100_003 + i * 37} is your Larkspur verification code. It expires in 10 minutes. Do not share it with anyone: we will never ask you for it. Help at lark.example/${i}`.padEnd(
    160,
    ".",
  ),
);
const ordinaryMilliseconds = (work: (text: string) => unknown): number =>
  cpuMilliseconds(() => ORDINARY.forEach((text) => work(text)));

test("hostile inputs of 64 KB cost no more than ordinary messages of as many characters", () => {
  const finding = ordinaryMilliseconds((text) => findCode(text));
  const recognizing = ordinaryMilliseconds((text) => recognizeService(text));
  for (const [name, unit] of Object.entries(HOSTILE)) {
    const text = unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST);
    check(text);
    assertAtMost(
      cpuMilliseconds(() => findCode(text)),
      finding,
      `findCode: ${name}`,
    );
    assertAtMost(
      cpuMilliseconds(() => recognizeService(text)),
      recognizing,
      `recognizeService: ${name}`,
    );
  }
});

test("no input costs more than fifty ordinary messages", () => {
  const both = (text: string): void => {
    findCode(text);
    recognizeService(text);
  };
  const limit = (50 * ordinaryMilliseconds(both)) / ORDINARY.length;
  for (const [name, unit] of Object.entries(HOSTILE)) {
    const text = unit.repeat(Math.ceil(2000 / unit.length)).slice(0, 2000);
    assertAtMost(
      cpuMilliseconds(() => both(text)),
      limit,
      name,
    );
  }
});

test("random texts of 64 KB cost no more than ordinary messages of as many characters", () => {
  const finding = ordinaryMilliseconds((text) => findCode(text));
  const long = array(constantFrom(...PIECES), { minLength: 200, maxLength: 400 }).map((parts) =>
    parts.join("").repeat(200).slice(0, LONGEST),
  );
  const isCheap = (text: string): void =>
    assertAtMost(
      cpuMilliseconds(() => findCode(text)),
      finding,
      "findCode",
    );
  assertAlways(property(long, isCheap), { numRuns: 40 });
});

test("a code in the first part or on the last line of a long text is found", () => {
  const filler = "The quick lark sings over the quiet field. ".repeat(400);
  assert.equal(findCode(`Your verification code is 551904. ${filler}`)?.code, "551904");
  assert.equal(findCode(`${filler}\nYour verification code is 551904`)?.code, "551904");
  assert.equal(findCode(`${filler}\n@lark.example #551904`)?.code, "551904");
});

function assertAtMost(milliseconds: number, limit: number, what: string): void {
  assert.ok(milliseconds <= limit, `${what}: ${milliseconds} ms of CPU time, more than ${limit} ms`);
}
