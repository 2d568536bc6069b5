import assert from "node:assert/strict";
import { test } from "node:test";
import { formatMinor, moneyJson, parseMinor } from "./money.ts";

test("amounts as people write them, and nothing else", () => {
  const cases: [text: string, minor: number | null][] = [
    ["0", 0],
    ["450", 45_000],
    ["450.5", 45_050],
    ["450.05", 45_005],
    ["450.00", 45_000],
    ["007", 700],
    ["999999999999.99", 99_999_999_999_999],
    ["1000000000000", null], // 13 digits.
    ["450.", null],
    [".5", null],
    ["450.005", null],
    ["450.0.0", null],
    ["1,000", null],
    ["-1", null],
    ["+1", null],
    ["1e3", null],
    [" 1", null],
    ["1 ", null],
    ["1\n", null],
    ["", null],
    ["٣", null],
  ];
  for (const [text, minor] of cases) assert.equal(parseMinor(text), minor, JSON.stringify(text));
});

test("amounts as we write them: two decimals always, below zero too", () => {
  const cases: [minor: number, text: string][] = [
    [0, "0.00"],
    [5, "0.05"],
    [50, "0.50"],
    [99, "0.99"],
    [100, "1.00"],
    [45_000, "450.00"],
    [-1, "-0.01"],
    [-45_050, "-450.50"],
    [99_999_999_999_999, "999999999999.99"],
  ];
  for (const [minor, text] of cases) {
    assert.equal(formatMinor(minor), text);
    assert.equal(JSON.stringify({ amount: moneyJson(minor) }), `{"amount":${text}}`);
    if (minor >= 0) assert.equal(parseMinor(text), minor);
  }
});
