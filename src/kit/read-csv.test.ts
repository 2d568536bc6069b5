import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "./errors.ts";
import { readCsv, type CsvRecord } from "./read-csv.ts";

async function read(...chunks: string[]): Promise<CsvRecord[]> {
  async function* stream(): AsyncGenerator<string> {
    yield* chunks;
  }
  return Array.fromAsync(readCsv(stream()));
}

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

test("an empty file has no records", async () => {
  assert.deepEqual(await read(), []);
  assert.deepEqual(await read("\n\n"), []);
});
