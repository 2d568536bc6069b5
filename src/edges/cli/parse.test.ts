import assert from "node:assert/strict";
import { test } from "node:test";
import { country, jsonObject, listOf, money, signedMoney, time, whole, words } from "./parse.ts";

test("amounts", () => {
  assert.equal(money("450"), 45_000);
  assert.equal(signedMoney("-450.5"), -45_050);
  assert.equal(signedMoney("+1"), 100);
  for (const wrong of ["", "1e3", "-1", "1.234", "NaN"]) assert.throws(() => money(wrong));
  for (const wrong of ["0", "-0.00", "--1", "1-"]) assert.throws(() => signedMoney(wrong));
});

test("ids and counts", () => {
  assert.equal(whole("2147483647"), 0x7fffffff);
  for (const wrong of ["0", "-1", "1.5", "2147483648", "x", ""]) assert.throws(() => whole(wrong));
});

test("times: a day from its first moment, or a time with its zone", () => {
  assert.equal(time("2027-01-01").toISOString(), "2027-01-01T00:00:00.000Z");
  assert.equal(time("2027-01-01T12:00:00+01:00").toISOString(), "2027-01-01T11:00:00.000Z");
  for (const wrong of ["2027-02-30", "2027-1-1", "tomorrow", "2027-01-01T12:00:00", "99"])
    assert.throws(() => time(wrong));
});

test("words, closed lists, countries, JSON", () => {
  assert.deepEqual(words("a, b", ["x"]), ["x", "a", "b"]);
  assert.deepEqual(listOf(["read", "rent"])("READ,rent"), ["read", "rent"]);
  assert.throws(() => listOf(["read", "rent"])("write"));
  assert.equal(country("uk"), "GB");
  assert.throws(() => country("GBR"));
  assert.deepEqual(jsonObject('{"a":1}'), { a: 1 });
  for (const wrong of ["", "[]", "1", "{", "null"]) assert.throws(() => jsonObject(wrong));
});
