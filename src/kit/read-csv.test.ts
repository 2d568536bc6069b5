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

test("the header determines the separator", async () => {
  assert.deepEqual(await cellsOf(..."a;b\n1;2"), [
    ["a", "b"],
    ["1", "2"],
  ]);
  assert.deepEqual(await cellsOf("a;b\n1,5;2"), [
    ["a", "b"],
    ["1,5", "2"],
  ]);
  assert.deepEqual(await cellsOf("a\tb\n1\t2"), [
    ["a", "b"],
    ["1", "2"],
  ]);
});

test("a quote that is never closed is reported with its line, without reading a large file to its end", async () => {
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

test("an empty file has no records, and empty lines have only empty ones", async () => {
  assert.deepEqual(await read(), []);
  assert.deepEqual(await read(""), []);
  assert.deepEqual(await cellsOf("\n\n"), [[""], [""]]);
});

test("line ends of any system are accepted, also mixed", async () => {
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

test("an open quote that swallows other records is reported with their lines; a multi-line cell is not one", async () => {
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

test("a file that is not text is refused, saying how to make it text", async () => {
  for (const text of ["PK\u0003\u0004\u0014\u0000", "\ufffd\ufffd\u0011\ufffd", "a\u0000b\u0000\n"])
    await assert.rejects(
      read(text),
      (error) => error instanceof Refusal && /Save the table as CSV/.test(error.message),
    );
});

test("a file that is one long text is read in chunks: stopping early does not wait for all of it", async () => {
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

const refusalOf = async (...chunks: string[]): Promise<{ code: string; line: unknown; message: string }> => {
  const error = await read(...chunks).catch((refused: unknown) => refused);
  assert.ok(error instanceof Refusal, String(error));
  return { code: error.code, line: error.details["line"], message: error.message };
};

test("an open quote has its own error, and so has one that is too long", async () => {
  assert.deepEqual(await refusalOf('a\n1\n"2\n3'), {
    code: "invalid_file",
    line: 3,
    message: "Line 3: a quote is opened and never closed.",
  });
  assert.deepEqual(await refusalOf(`a\n1\n"${"x".repeat(70_000)}"\n`), {
    code: "invalid_file",
    line: 3,
    message: "Line 3: it is longer than 64 KB; usually a quote was opened and never closed.",
  });
});

test("the longest record: 64 KB, and not a byte more", async () => {
  const [, whole] = await read(`a\n${"x".repeat(65_000)}\n`);
  assert.equal(whole?.cells[0]?.length, 65_000);
  assert.equal((await refusalOf(`a\n${"x".repeat(66_000)}\n`)).line, 2);
});

test("the separator is the most common one in the first line, outside quotes", async () => {
  assert.deepEqual(await cellsOf('"a,b,c";d\n1;2'), [
    ["a,b,c", "d"],
    ["1", "2"],
  ]);
  assert.deepEqual(await cellsOf('"a,b";"c,d,e"|f\n'), [["a,b", '"c,d,e"|f']]);
  assert.deepEqual(await cellsOf("a|b\n1|2"), [
    ["a", "b"],
    ["1", "2"],
  ]);
  // In case of a tie, the first of comma, semicolon, tab and bar.
  assert.deepEqual(await cellsOf("a;b,c\n"), [["a;b", "c"]]);
});

test("a first line names the separator only if it contains nothing else", async () => {
  assert.deepEqual(await cellsOf("xsep=;\n1"), [["xsep=", ""], ["1"]]);
  assert.deepEqual((await cellsOf("sep=;x,y\n1,2"))[1], ["1", "2"]);
  assert.deepEqual(await cellsOf("  sep=;  \n1;2"), [["1", "2"]]);
});

test("a byte order mark is dropped only at the beginning", async () => {
  assert.deepEqual(await cellsOf("a\ufeff,b\n1,2"), [
    ["a\ufeff", "b"],
    ["1", "2"],
  ]);
});

test("control characters far from the beginning do not make a file a workbook", async () => {
  assert.deepEqual((await cellsOf(`a\n${"x".repeat(2000)}\u0001\n`))[1], [`${"x".repeat(2000)}\u0001`]);
  assert.equal((await refusalOf("a\u0001\n")).code, "invalid_file");
});

test("a first line without an end is examined for at most 64 KB", async () => {
  let taken = 0;
  async function* endless(): AsyncGenerator<string> {
    for (; ; taken++) yield "x".repeat(1024);
  }
  await assert.rejects(Array.fromAsync(readCsv(endless())), Refusal);
  assert.ok(taken < 150, `${taken} KB`);
});

test("a multi-line cell is not an open quote; nor is a record consisting of one", async () => {
  const [, first, second] = await read('a,b\n"\nx",1\n2,3\n');
  assert.deepEqual([first?.line, first?.cells, first?.fault], [2, ["\nx", "1"], undefined]);
  assert.equal(second?.line, 4);
  const [, one] = await read('a\n"b"\n');
  assert.deepEqual([one?.cells, one?.fault], [["b"], undefined]);
});

test("multi-line cells are not open quotes, whatever is on their first line or before the header", async () => {
  for (const text of ['\na,b\n4,"two\nlines"\n', 'a,b\n"x,y\nz",1\n', ' ,\na,b,c\n"x\ny,z",1,2\n'])
    for (const { fault, line } of await read(text)) assert.equal(fault, undefined, `${text} at ${line}`);
});
