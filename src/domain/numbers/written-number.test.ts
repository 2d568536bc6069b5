import assert from "node:assert/strict";
import { test } from "node:test";
import { readDigits } from "./written-number.ts";

const alike: Record<string, string[]> = {
  "15550123456": [
    "15550123456",
    "+1 (555) 012-3456",
    "001.555.012.3456",
    "+1 555 012/3456",
    "1-555-012-3456",
    "+1 555 012 3456",
    "+1\u00a0555\u202f012\u20113456",
    "+1 555 012–3456",
    "＋１５５５０１２３４５６",
    "\u202a+15550123456\u202c",
    "15550123456.0",
    "+15550123456.00",
    "15550123456,0",
    "15,550,123,456",
    "15,550,123,456.00",
    "15'550'123'456",
    "15.550.123.456",
  ],
  "2348031000010": [
    "2348031000010.0",
    "2348031000010,00",
    "2,348,031,000,010",
    "٢٣٤٨٠٣١٠٠٠٠١٠",
    "۲۳۴۸۰۳۱۰۰۰۰۱۰",
  ],
  "33123456700": ["33.1.23.45.67.00", "+33 1 23 45 67 00"],
};
for (const [digits, written] of Object.entries(alike)) {
  test(`${digits} as people and programs write it`, () => {
    for (const text of written) assert.deepEqual(readDigits(text), { digits }, text);
  });
}

const refused: [string, RegExp][] = [
  ["", /^the number is missing$/],
  [" \u200b ", /^the number is missing$/],
  ["2.34803E+12", /^a spreadsheet has rounded it to 2\.34803E\+12, and its last digits are lost: format/],
  ["2,348e12", /rounded/],
  ["2E+12", /rounded/],
  ["2348031000010.5", /^2348031000010\.5 is a fraction/],
  ["2348031000010,25", /fraction/],
  ["1234", /^a number is 5 to 15 digits with its country code$/],
  ["1234567890123456", /^a number is 5 to 15 digits with its country code$/],
  ["15550100001\n15550100002", /; the character U\+000A is none$/],
  ["5550100\n5550101", /U\+000A/],
  ["15550\ufffd100001", /; "\ufffd" is none$/],
  ["15550123456 x12", /; "x" is none$/],
  ["+1+5550123456", /; "\+" is none$/],
  ["1,555,0123,456", /; "," is none$/],
  ["NULL", /; "N" is none$/],
  ["-15550123456.0e", /; "e" is none$/],
];
for (const [text, why] of refused) {
  test(`refused: ${JSON.stringify(text)}`, () => {
    assert.match((readDigits(text) as { fault: string }).fault, why);
  });
}
