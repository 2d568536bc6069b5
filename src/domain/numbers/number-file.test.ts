import assert from "node:assert/strict";
import { test } from "node:test";
import type { ImportLine } from "./import-numbers.ts";
import { Refusal } from "../../kit/errors.ts";
import { readNumberFile } from "./number-file.ts";

function read(text: string): Promise<ImportLine[]> {
  async function* stream(): AsyncGenerator<string> {
    yield text;
  }
  return Array.fromAsync(readNumberFile(stream()));
}

test("columns are found by their names, in any order and case, among others", async () => {
  assert.deepEqual(
    await read("SID,Line Type,NUMBER,country\nPN1,mobile,15550100001,US\nPN2,,15550100002\n"),
    [
      { line: 2, number: "15550100001", country: "US", areaCode: "", lineType: "mobile" },
      { line: 3, number: "15550100002", country: "", areaCode: "", lineType: "" },
    ],
  );
});

const refused: [string, RegExp][] = [
  ["", /^The file is empty/],
  ["15550100001\n15550100002\n", /^The first line must name the columns, "number" among them/],
  ['number\n"1555', /^Line 2: a quote is opened/],
];
for (const [text, why] of refused) {
  test(`refused: ${JSON.stringify(text)}`, async () => {
    await assert.rejects(read(text), (error) => error instanceof Refusal && why.test(error.message));
  });
}
