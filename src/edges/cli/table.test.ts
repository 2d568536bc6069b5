import assert from "node:assert/strict";
import { test } from "node:test";
import { fields, table } from "./table.ts";

test("columns are as wide as needed, with numbers right-aligned", () => {
  const text = table(
    [
      { name: "Åland", price: "5.00" },
      { name: "US", price: "450.00" },
    ],
    [
      { title: "NAME", of: (row) => row.name },
      { title: "PRICE", of: (row) => row.price, align: "right" },
    ],
  );
  assert.equal(text, "NAME    PRICE\nÅland    5.00\nUS     450.00");
  assert.equal(table([], []), "");
});

test("outside data cannot control the terminal", () => {
  assert.equal(fields([["text", "\u001b[2Jcode\r\n12\u202e34\u0007"]]), "text  ·[2Jcode 12·34·");
  assert.equal(fields([["none", null]]), "none  -");
});
