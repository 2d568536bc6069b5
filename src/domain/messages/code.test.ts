/** The interface and the specifications; cases by kind and language are tested beside the rules. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { explainCode, findCode, toAsciiDigits } from "./code.ts";

test("a code comes with its place in the text, its kind and a confidence", () => {
  const text = "Your Larkspur code is 551904.";
  const found = findCode(text);
  assert.deepEqual(found?.span, [22, 28]);
  assert.equal(text.slice(...(found?.span ?? [0, 0])), "551904");
  assert.equal(found?.kind, "digits");
  assert.ok((found?.confidence ?? 0) > 0.5);
});

test("an origin-bound code is certain and found first", () => {
  const found = findCode("730 519 is not what counts.\n@lark.example #551904");
  assert.deepEqual([found?.code, found?.kind, found?.confidence], ["551904", "origin-bound", 1]);
  assert.equal(findCode("Sign in.\n@lark.example #ab-12.X @frame.lark.example")?.code, "ab-12.X");
});

test("an origin-bound code is shown where people read it", () => {
  const found = findCode("551904 is your code.\n\n@lark.example #551904");
  assert.deepEqual(found?.span, [0, 6]);
});

test("only the last line binds a code to a host", () => {
  assert.equal(findCode("@lark.example #551904\nSee you tomorrow at the lake"), null);
});

test("the hash of an app is never the code", () => {
  for (const hash of ["SIYRxKrru1t", "Ab1cD2eF3gH", "FA+9qCX9VSu", "0P1dUnbmS/K"]) {
    assert.equal(findCode(`<#> Your Larkspur code is on its way ${hash}`), null, hash);
    assert.equal(findCode(`<#> Your Larkspur code: 551904 ${hash}`)?.code, "551904", hash);
  }
});

test("the sender's own number is no code", () => {
  assert.equal(findCode("Code 83049", { sender: "83049" }), null);
  assert.equal(findCode("Code 83049", { sender: "+15550142" })?.code, "83049");
});

test("the rented service tips a doubtful message", () => {
  assert.equal(findCode("Larkspur 55190, account"), null);
  assert.equal(findCode("Larkspur 55190, account", { expectedService: "larkspur" })?.code, "55190");
});

test("an explanation names every candidate, best first, with the words it rests on", () => {
  const { found, candidates, threshold } = explainCode("OTP 551904 for card ending 4471");
  assert.equal(found?.code, "551904");
  assert.deepEqual(
    candidates.map((c) => c.code),
    ["551904", "4471"],
  );
  assert.ok((candidates[0]?.score ?? 0) >= threshold && (candidates[1]?.score ?? 9) < threshold);
  assert.match(candidates[0]?.reasons.map((r) => r.text).join("\n") ?? "", /announced by otp: "OTP"/);
  assert.match(candidates[1]?.reasons.map((r) => r.text).join("\n") ?? "", /identifier: "ending"/);
});

test("native digits become ASCII on request, letters and separators stay", () => {
  for (const native of [
    "٤٨٢٩١٧",
    "۴۸۲۹۱۷",
    "४८२९१७",
    "৪৮২৯১৭",
    "๔๘๒๙๑๗",
    "៤៨២៩១៧",
    "𝟒𝟖𝟐𝟗𝟏𝟕",
    "４８２９１７",
  ]) {
    assert.equal(toAsciiDigits(native), "482917");
  }
  assert.equal(toAsciiDigits("AB1-CD2"), "AB1-CD2");
});

test("nothing in, nothing out", () => {
  for (const text of ["", " ", "\n", "hello", "\u200b", "\ud835"]) assert.equal(findCode(text), null);
});
