import assert from "node:assert/strict";
import { test } from "node:test";
import { readWrittenAmount } from "./written-amount.ts";

test("amounts as programs of any country write them", () => {
  const amounts: [string, number][] = [
    ["450", 45_000],
    ["450.0", 45_000],
    ["450,5", 45_050],
    ["450.55", 45_055],
    ["0,01", 1],
    ["1,234.50", 123_450],
    ["1.234,50", 123_450],
    ["1.600,25", 160_025],
    ["1 234,50", 123_450],
    ["1'234.50", 123_450],
    ["1,234,567", 123_456_700],
    ["12.345.678,9", 1_234_567_890],
    ["1 234", 123_400],
  ];
  for (const [written, minor] of amounts) assert.equal(readWrittenAmount(written), minor, written);
});

test("nobody guesses whether a mark parts thousands or a fraction", () => {
  for (const written of ["1,234", "1.234", "12,345", "450.000"])
    assert.match(String(readWrittenAmount(written)), /may mean thousands or a fraction/, written);
});

test("what is no amount is told as it was written", () => {
  for (const written of [
    "",
    "free",
    "-1",
    "4.5055",
    "₦450",
    "450 NGN",
    "1e3",
    "1,23,456",
    "1.2.3",
    "450,,5",
    "4 5 0",
  ])
    assert.equal(readWrittenAmount(written), `"${written}" is no amount such as 450.00.`);
});
