import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf, plainUrl } from "./path.ts";

test("an address has one reading, however it is written", () => {
  const readings: [string, string][] = [
    ["/", "/"],
    ["/account/api/v1/user", "/account/api/v1/user"],
    ["/account/api/v1/user?a=%61//b", "/account/api/v1/user?a=%61//b"],
    ["/%61ccount/api/v1/user", "/account/api/v1/user"],
    ["/%61%43%5f%2D%2e%7E", "/aC_-.~"],
    ["//in/generic/1/t?x=//", "/in/generic/1/t?x=//"],
    ["/in///generic//1/t", "/in/generic/1/t"],
    ["/in/generic/1/t//", "/in/generic/1/t/"],
    ["/%2fin/generic", "/%2fin/generic"],
    ["/%2561ccount", "/%2561ccount"],
    ["/%zz", "/%zz"],
    ["/a%", "/a%"],
    ["/a#b?c", "/a"],
    ["/a?b#c", "/a?b"],
    ["http://otp.example.com/account/api/v1/user?a=1", "/account/api/v1/user?a=1"],
    ["HTTP://otp.example.com", "/"],
    ["http://otp.example.com?a=1", "/?a=1"],
    ["http://otp.example.com//%69n/x", "/in/x"],
    ["*", "*"],
    ["", ""],
  ];
  for (const [written, plain] of readings) {
    assert.equal(plainUrl(written), plain, written);
    assert.equal(plainUrl(plain), plain, `${written} a second time`);
  }
});

test("the path of an address ends at its query", () => {
  assert.equal(pathOf("/a?b?c"), "/a");
  assert.equal(pathOf("/a"), "/a");
});

test("an address of 16 KB is parsed quickly", () => {
  const counted = (written: string): number => {
    const began = process.cpuUsage();
    for (let turn = 0; turn < 20; turn++) plainUrl(written);
    return process.cpuUsage(began).user;
  };
  const hostile = [
    "/a".repeat(8000),
    "//".repeat(8000),
    "/%61".repeat(4000),
    `/${"a/".repeat(8000)}#`,
    "/".repeat(16_000),
  ];
  for (const written of hostile) {
    const [half, whole] = [counted(written.slice(0, written.length / 2)), counted(written)];
    assert.ok(whole < 8 * half + 50_000, `${written.slice(0, 10)}: ${half} µs, then ${whole} µs`);
  }
});
