import assert from "node:assert/strict";
import { test } from "node:test";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { readCountries } from "../catalog/data.ts";
import { readNumber } from "./number.ts";

const countries = new Set(readCountries().map(({ code }) => code));
const read = (number: string, country = "", lineType = "", areaCode = "") =>
  readNumber({ number, country, areaCode, lineType }, countries);

test("country, line type and area code are worked out", () => {
  assert.deepEqual(read("+14155552671"), {
    number: "14155552671",
    country: "US",
    areaCode: "415",
    lineType: "fixed_line_or_mobile",
  });
  assert.deepEqual(read("2348031234567"), {
    number: "2348031234567",
    country: "NG",
    areaCode: null,
    lineType: "mobile",
  });
});

test("a number of Mexico is kept as it is dialled today, whichever way it is written", () => {
  for (const written of ["+52 1 55 4123 0001", "5215541230001", "525541230001"])
    assert.equal((read(written) as { number: string }).number, "525541230001", written);
  assert.equal((read("5491141230001") as { number: string }).number, "5491141230001");
});

test("digits that no plan has assigned belong to the main country of their code", () => {
  assert.deepEqual(read("15550123456"), {
    number: "15550123456",
    country: "US",
    areaCode: "555",
    lineType: null,
  });
  assert.equal((read("447700900123") as { country: string }).country, "GB");
});

test("what is given wins where the digits allow it", () => {
  assert.deepEqual(read("15550123456", "us", "Landline", "555"), {
    number: "15550123456",
    country: "US",
    areaCode: "555",
    lineType: "fixed_line",
  });
  assert.equal((read("447700900123", "UK") as { country: string }).country, "GB");
  assert.equal((read("447700900123", "JE") as { country: string }).country, "JE");
});

const refused: [string[], RegExp][] = [
  [[""], /missing/],
  [["12ab5678"], /5 to 15 digits/],
  [["1234567890123456"], /5 to 15 digits/],
  [["999555123456"], /no country code/],
  [["4477009"], /too short or too long/],
  [["14165550123", "US"], /number of CA, not of US/],
  [["2348031234567", "GB"], /number of NG, not of GB/],
  [["2348031234567", "XX"], /no country "XX"/],
  [["2348031234567", "NG", "satellite"], /"satellite" is not a line type/],
  [["2348031234567", "NG", "", "2a"], /not an area code/],
  [["88351000123456"], /no country of the catalogue|too short|no country code/],
];
for (const [entry, why] of refused) {
  test(`refused: ${entry.join(", ") || "nothing"}`, () => {
    const [number = "", ...rest] = entry;
    assert.match(String(read(number, ...rest)), why);
  });
}

test("whatever the country code is, a number gets a country of the catalogue or is refused with a sentence", () => {
  const outside: string[] = [];
  for (const region of getCountries()) {
    const number = getExampleNumber(region, examples)?.number;
    assert.ok(number, region);
    for (const digits of [number, `${number.slice(0, -1)}0`, `${number}0`, number.slice(0, -1)]) {
      const found = read(digits);
      if (typeof found === "string")
        assert.match(found, /^belongs to no country|^is too short or too long/, digits);
      else assert.ok(countries.has(found.country), `${digits}: ${found.country}`);
      if (digits === number && typeof found === "string") outside.push(region);
    }
  }
  assert.deepEqual(outside.toSorted(), ["AC", "TA", "XK"], "have no ISO code of their own");
});

test("a quantity's decimals in the columns beside the number mean nothing", () => {
  assert.equal((read("14155552671.0", "US", "", "415.0") as { areaCode: string }).areaCode, "415");
});
