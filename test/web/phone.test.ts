import assert from "node:assert/strict";
import { test } from "node:test";
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js";
import examples from "libphonenumber-js/mobile/examples";
import { phoneFormats } from "../../web/phone-formats.ts";
import { groupNumber } from "../../web/src/ui/group-number.ts";

const formats = phoneFormats();

test("every country's numbers are grouped as libphonenumber groups them", () => {
  let tried = 0;
  for (const country of getCountries()) {
    const example = getExampleNumber(country, examples);
    const grouped = example?.formatInternational();
    if (!example || !grouped || grouped.split(" ").length < 3) continue; // It knows of no groups there.
    tried++;
    assert.equal(groupNumber(example.number.slice(1), formats), grouped, country);
  }
  assert.ok(tried > 220, `${tried} countries`);
});

test("so are landlines, and numbers of countries that share a calling code", () => {
  const numbers =
    "442079460958 493012345678 33142685300 12125550143 18765551234 77012345678 74951234567 390612345678";
  for (const digits of numbers.split(" "))
    assert.equal(
      groupNumber(digits, formats),
      parsePhoneNumberFromString(`+${digits}`)?.formatInternational(),
    );
});

test("what no country has is grouped to be read, and no digit is lost", () => {
  assert.equal(groupNumber("234555521616", formats), "+234 555 521 616");
  assert.equal(groupNumber("15550123456", formats), "+1 555 012 3456");
  for (const digits of ["", "1", "23", "999123456789012", "8701234567", "123456789012345"])
    assert.equal(groupNumber(digits, formats).replace(/\D/g, ""), digits);
});
