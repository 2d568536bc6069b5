import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "./errors.ts";
import { readCsv, type CsvRecord } from "./read-csv.ts";

async function* once(...chunks: string[]): AsyncGenerator<string> {
  yield* chunks;
}
const read = (...chunks: string[]): Promise<CsvRecord[]> => Array.fromAsync(readCsv(once(...chunks)));

const cellsOf = async (...chunks: string[]): Promise<string[][]> =>
  (await read(...chunks)).map(({ cells }) => cells);

test("cells, quotes, doubled quotes, and separators within quotes", async () => {
  assert.deepEqual(await cellsOf('a,b\n1,"x,y"\n"say ""hi""",\n'), [
    ["a", "b"],
    ["1", "x,y"],
    ['say "hi"', ""],
  ]);
});

test("chunks may end anywhere", async () => {
  const text = '\ufeffnumber,note\r\n123,"two\r\nlines"\r\n\r\n456,end';
  const whole = await read(text);
  assert.deepEqual(await read(...text), whole);
  assert.deepEqual(
    whole.map(({ line, cells }) => [line, ...cells]),
    [
      [1, "number", "note"],
      [2, "123", "two\nlines"],
      [4, ""],
      [5, "456", "end"],
    ],
  );
});

test("the header tells the separator", async () => {
  assert.deepEqual(await cellsOf("a;b\n1,5;2"), [
    ["a", "b"],
    ["1,5", "2"],
  ]);
  assert.deepEqual(await cellsOf("a\tb\n1\t2"), [
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("a quote that is never closed is told with its line, and is not read to the end of a large file", async () => {
  await assert.rejects(
    read('a\n1\n"2\n3'),
    (error) => error instanceof Refusal && error.details["line"] === 3,
  );
  let read64 = 0;
  async function* endless(): AsyncGenerator<string> {
    for (yield 'a\n"'; ; read64++) yield `${"x".repeat(1023)}\n`;
  }
  await assert.rejects(Array.fromAsync(readCsv(endless())), Refusal);
  assert.ok(read64 < 100, `read ${read64} KB`);
});

test("an empty file has no records, and empty lines none with anything in it", async () => {
  assert.deepEqual(await read(), []);
  assert.deepEqual(await read(""), []);
  assert.deepEqual(await cellsOf("\n\n"), [[""], [""]]);
});

test("lines end as on any system, and as on several", async () => {
  const expected = [["a", "b"], ["1", "2"], ["3", "4"]]; // prettier-ignore
  for (const ends of [
    ["\n", "\n", "\n"],
    ["\r\n", "\r\n", ""],
    ["\r", "\r", "\r"],
    ["\r\n", "\n", "\r"],
    ["\r", "\r\n", "\n"],
  ]) {
    const text = `a,b${ends[0]}1,2${ends[1]}3,4${ends[2]}`;
    assert.deepEqual(await cellsOf(text), expected, JSON.stringify(text));
    assert.deepEqual(await cellsOf(...text), expected, JSON.stringify(text));
  }
});

test("a first line that names the separator is followed and counted", async () => {
  for (const first of ["sep=;", "SEP=;", '"sep=;"', "\ufeffsep=;"])
    assert.deepEqual(
      await read(`${first}\r\na,x;b\r\n1;2\r\n`),
      [
        { line: 2, cells: ["a,x", "b"] },
        { line: 3, cells: ["1", "2"] },
      ],
      first,
    );
});

test("a quote within a cell is a letter", async () => {
  assert.deepEqual(await cellsOf('a,b\n1,5" screen\n2,"7"" tablet"\n="3","=""4"""\n5,"6" x\n7,8'), [
    ["a", "b"],
    ["1", '5" screen'],
    ["2", '7" tablet'],
    ['="3"', '="4"'],
    ["5", '"6" x'],
    ["7", "8"],
  ]);
});

test("an open quote that takes in other records is told with their lines; a cell of several lines is none", async () => {
  const [, ...records] = await read('a,b\n1,"open\n2,x\n3,"closed"\n4,"two\nlines"\n5,y\n');
  assert.deepEqual(
    records.map(({ line, fault }) => [line, fault?.replace(/:.*/, "")]),
    [
      [
        2,
        "a quote that is opened here and not closed takes in everything up to line 4, and nothing of lines 2 to 4 is read",
      ],
      [5, undefined],
      [7, undefined],
    ],
  );
  assert.deepEqual(records[1]?.cells, ["4", "two\nlines"]);
});

test("what is no text is refused with the way to make it one", async () => {
  for (const text of ["PK\u0003\u0004\u0014\u0000", "\ufffd\ufffd\u0011\ufffd", "a\u0000b\u0000\n"])
    await assert.rejects(
      read(text),
      (error) => error instanceof Refusal && /Save the table as CSV/.test(error.message),
    );
});

test("a file that is one long text is read in pieces: whoever stops early does not wait for all of it", async () => {
  let last = 0;
  for await (const { line } of readCsv(once(`a\n${"1\n".repeat(2_000_000)}`))) if ((last = line) === 3) break;
  assert.equal(last, 3);
  let taken = 0;
  async function* endless(): AsyncGenerator<string> {
    for (yield "a\n"; ; taken++) yield "1\n".repeat(1000);
  }
  for await (const { line } of readCsv(endless())) if (line === 5000) break;
  assert.ok(taken < 500, `${taken} chunks were taken for five`);
});
