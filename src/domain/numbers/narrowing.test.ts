import assert from "node:assert/strict";
import { test } from "node:test";
import { enoughToTell, isNarrow, longestPrefix } from "./narrowing.ts";

test("a filter must leave ten numbers, or a tenth of the stock", () => {
  const cases: [left: number, stock: number, narrow: boolean][] = [
    [9, 100, true],
    [10, 100, false],
    [9, 91, true],
    [9, 90, false],
    [1, 11, true],
    [1, 10, false],
    [1, 1, false],
    [2, 21, true],
    [2, 20, false],
    [0, 50, false],
  ];
  for (const [left, stock, narrow] of cases)
    assert.equal(isNarrow({ left, stock }), narrow, `${left} of ${stock}`);
});

test("counting up to the limit is enough", () => {
  for (let left = 0; left <= 30; left++)
    for (let stock = left; stock <= 400; stock++) {
      const counted = { left: Math.min(left, enoughToTell.left), stock: Math.min(stock, enoughToTell.stock) };
      assert.equal(isNarrow(counted), isNarrow({ left, stock }), `${left} of ${stock}`);
    }
});

test("a prefix never reaches the last three digits of a country's shortest number", () => {
  const longest: [country: string, dialCode: string, digits: number][] = [
    ["US", "1", 8],
    ["GB", "44", 9],
    ["NG", "234", 10],
    ["SG", "65", 7],
    ["NU", "683", 4],
    ["BV", "", 2], // Without a plan.
  ];
  for (const [country, dialCode, digits] of longest)
    assert.equal(longestPrefix(country, dialCode), digits, country);
});
