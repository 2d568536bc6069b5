import assert from "node:assert/strict";
import { test } from "node:test";
import { createNumberReader } from "./number.ts";

test("with country code, however it is written", () => {
  const read = createNumberReader();
  for (const written of ["+2348031234567", "2348031234567", "002348031234567", "+234 803 123-4567"])
    assert.equal(read(written), "2348031234567");
  assert.equal(read("+44 (0)7911 123456"), "447911123456");
  assert.equal(read("15550100000"), "15550100000", "a range for tests, in no numbering plan");
});

test("a number in no numbering plan is kept as it is", () => {
  const read = createNumberReader();
  assert.equal(read("12345"), "12345");
  assert.equal(read("+999123456789"), "999123456789");
});

test("in national form, if the source has a country", () => {
  const cases: [string, string, string][] = [
    ["08031234567", "NG", "2348031234567"],
    ["8031234567", "NG", "2348031234567"],
    ["2348031234567", "NG", "2348031234567"],
    ["07911123456", "GB", "447911123456"],
    ["2025550199", "US", "12025550199"], // Would be a valid Egyptian number with its country code.
    ["12025550199", "US", "12025550199"],
    ["5550100000", "US", "15550100000"],
    ["+2348031234567", "US", "2348031234567"],
    ["4915112345678", "DE", "4915112345678"], // National numbers in Germany may be just as long.
    ["015112345678", "DE", "4915112345678"],
  ];
  for (const [written, country, number] of cases)
    assert.equal(createNumberReader(country as "NG")(written), number, `${written} in ${country}`);
});

test("anything else is not a number", () => {
  const read = createNumberReader();
  for (const written of [
    "",
    "+",
    "12",
    "WhatsApp",
    "whatsapp:+2348031234567",
    "1".repeat(16),
    "1".repeat(5000),
  ])
    assert.equal(read(written), null, written);
});
