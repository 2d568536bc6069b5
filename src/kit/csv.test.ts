import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine } from "./csv.ts";

test("cells as RFC 4180 wants them", () => {
  assert.equal(csvLine(["a", 1, null, undefined, "", 0, false]), "a,1,,,,0,false\r\n");
  for (const [cell, written] of [
    ['say "hi"', '"say ""hi"""'],
    ["a,b", '"a,b"'],
    ["a;b", '"a;b"'],
    ["a\tb", '"a\tb"'],
    ["a\rb", '"a\rb"'],
    ["a\nb", '"a\nb"'],
    ["plain text", "plain text"],
  ])
    assert.equal(csvLine([cell]), `${written}\r\n`);
});

test("text that a spreadsheet would take for a formula gets an apostrophe in front", () => {
  const formulas = ["=1", "+1", "-a", "@a", "＝1", "＋1", "－1", "＠a"];
  for (const formula of formulas)
    for (const blanks of ["", " ", "\u00a0", "\uFEFF", "  \u3000"]) {
      const cell = blanks + formula;
      assert.equal(csvLine([cell]), `'${cell}\r\n`, JSON.stringify(cell));
    }
  for (const blank of ["\t", "\r", "\n"])
    for (const rest of ["", "a", "=1"])
      assert.equal(csvLine([blank + rest]), `"'${blank}${rest}"\r\n`, JSON.stringify(blank + rest));
});

test("numbers stay numbers, and signs within a text are left alone", () => {
  for (const cell of ["-1", "-12.50", "12", "0.5", "a=1", "a-b", "1+1", "a@b"])
    assert.equal(csvLine([cell]), `${cell}\r\n`);
  for (const cell of ["-1.", "-1.5.5", "--1", "-1a", "+1", "-.5", "-1\u00a0"])
    assert.equal(csvLine([cell]), `'${cell}\r\n`);
});
