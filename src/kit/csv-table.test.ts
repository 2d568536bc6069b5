import assert from "node:assert/strict";
import { test } from "node:test";
import { plainCell, readTable } from "./csv-table.ts";
import { Refusal } from "./errors.ts";

const read = (text: string) => {
  async function* stream(): AsyncGenerator<string> {
    yield text;
  }
  return Array.fromAsync(readTable(stream(), ["number", "area_code"], "number"));
};

test("columns are found by their names, whatever else is in the header", async () => {
  for (const header of ["Number;x;Area Code", " NUMBER ;x; area-code ", "\u200bnumber;x;area_code\u00a0"])
    assert.deepEqual(
      await read(`${header}\n1;2;3\n4\n`),
      [
        { line: 2, cells: { number: "1", area_code: "3" } },
        { line: 3, cells: { number: "4", area_code: "" } },
      ],
      header,
    );
});

test("empty lines are told apart from those with content", async () => {
  assert.deepEqual(await read("\n,\nnumber,area_code\n,,,\n\n \u00a0,\n1,\n"), [
    { line: 4, isEmpty: true },
    { line: 5, isEmpty: true },
    { line: 6, isEmpty: true },
    { line: 7, cells: { number: "1", area_code: "" } },
  ]);
});

test("more cells than columns are an error, unless they are empty", async () => {
  const [more, empty] = await read("number,note,area_code\n1,red, and blue,2\n1,red,2,,\n");
  assert.match(
    (more as { fault: string }).fault,
    /^has 4 cells, and the first line names 3 columns: put a cell/,
  );
  assert.deepEqual((empty as { cells: object }).cells, { number: "1", area_code: "2" });
});

const refused: [string, RegExp][] = [
  ["", /^The file is empty; its first line must name the columns\.$/],
  ["\n,\n", /^The file is empty/],
  ["number,area_code\n", /^The file has a header line and nothing below it\.$/],
  ["number\n,,\n\n", /nothing below it/],
  ["1555,NG\n1556,NG\n", /^The first line must name the columns, "number" among them .*; it is "1555,NG"\.$/],
  ["number,Number\n1,2\n", /names the column "number" twice/],
];
for (const [text, why] of refused) {
  test(`refused: ${JSON.stringify(text)}`, async () => {
    await assert.rejects(
      read(text),
      (error) => error instanceof Refusal && error.code === "invalid_file" && why.test(error.message),
    );
  });
}

test("cells are as their author meant them", () => {
  const cells: [string, string][] = [
    [" 234 ", "234"],
    ["\u202a+234\u202c", "+234"],
    ["2\u200b3\u00ad4\ufeff", "234"],
    ["\u00a0234\u202f803\u3000", "234 803"],
    ["'+234", "+234"],
    ['="234"', "234"],
    ["'", ""],
    ["two\nlines", "two\nlines"],
    ["don't", "don't"],
    ["=1+1", "=1+1"],
    ['a="1"', 'a="1"'],
    ['="1"a', '="1"a'],
    ["' 1", "1"],
    ["a\u200b", "a"],
    ["ab", "ab"],
  ];
  for (const [written, meant] of cells) assert.equal(plainCell(written), meant, JSON.stringify(written));
});

test("an error in the header names its line, the known columns, and a little of its text", async () => {
  const details = async (text: string): Promise<unknown[]> => {
    const error = await read(text).catch((refused: unknown) => refused);
    assert.ok(error instanceof Refusal);
    return [error.details["line"], error.message.length];
  };
  const [line, length] = await details(`\n${"x,".repeat(500)}\n1\n`);
  assert.equal(line, 2);
  assert.ok((length as number) < 200, `${length} letters`);
  await assert.rejects(read("a;b\n1;2\n"), /"number" among them \(number,area_code\); it is "a,b"\.$/);
  assert.equal((await details("number,number\n1,2\n"))[0], 1);
});

test("any number of spaces and dashes separates the words of a column's name", async () => {
  assert.deepEqual(await read("number,area -  code\n1,2\n"), [
    { line: 2, cells: { number: "1", area_code: "2" } },
  ]);
});

test("an error in a line replaces its cells, and a missing column is empty", async () => {
  const [fault] = await read('number,x\n1,"open\n2,x\n3,"closed"\n');
  assert.match((fault as { fault: string }).fault, /^a quote that is opened here/);
  assert.deepEqual(await read("x,number\n9,1\n"), [{ line: 2, cells: { number: "1", area_code: "" } }]);
});
