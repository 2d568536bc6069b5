import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalNumber, formsOf } from "./one-number.ts";

test("Mexico and Argentina: two ways of writing are one number", () => {
  for (const [one, other] of [
    ["525512345678", "5215512345678"],
    ["541112345678", "5491112345678"],
    ["543511234567", "5493511234567"],
  ] as const) {
    assert.equal(canonicalNumber(one), canonicalNumber(other));
    assert.deepEqual(formsOf(one).toSorted(), [one, other].toSorted());
    assert.deepEqual(formsOf(other), formsOf(one));
  }
});

test("every other number is written in one way", () => {
  for (const number of [
    "15551234567",
    "52551234567", // Nine digits after the country code.
    "52155123456789",
    "5411123456789",
    "521", // A short code.
    "5541987654321",
    "2348031234567",
  ]) {
    assert.equal(canonicalNumber(number), number);
    assert.deepEqual(formsOf(number), [number]);
  }
});
