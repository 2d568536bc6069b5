import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { decodeBytes } from "../../src/kit/decode-text.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addTestMember, type Browser } from "../helpers/browser.ts";
import { toolFor } from "../helpers/tool.ts";
import type { ImportReport } from "#answers/operator/numbers.ts";

// Files as other programs write them (test/tables/README.md), in every place that takes files.

const folder = fileURLToPath(new URL("../tables", import.meta.url));
const pathOf = (file: string): string => join(folder, file);
/** As the page and the tool read it. */
const textOf = (file: string): string => decodeBytes(readFileSync(pathOf(file)));

let app: TestApp;
let operator: Browser;
before(async () => {
  app = await startTestApp();
  operator = await (await addTestMember(app, 0, "operator")).signIn();
  await app.db.rows(`alter table numbers disable trigger user`); // Each file starts without the previous ones.
});
after(() => app.close());

const nigerian = ["2348031000010", "2348031000011"];
const three = [...nigerian, "4915123456710"];
const rounded = /rounded/;
/** The numbers in a file, as `number` or `number country`, and the messages for the lines without one. */
const numberFiles: Record<string, { numbers: string[]; empty?: number; rejected?: [number, RegExp][] }> = {
  "pandas-float.csv": { numbers: three },
  "pandas-index.csv": { numbers: three },
  "pandas-utf16.csv": { numbers: three },
  "pandas-semicolon.csv": { numbers: three },
  "pandas-sig.csv": { numbers: three },
  "pandas-rounded.csv": {
    numbers: [],
    rejected: [
      [2, rounded],
      [3, rounded],
      [4, rounded],
    ],
  },
  "libreoffice.csv": { numbers: [...nigerian, "447400123456 GB", "4915123456710"] },
  "libreoffice-semicolon.csv": { numbers: [...nigerian, "447400123456 GB", "4915123456710"] },
  "libreoffice-tab-utf16.csv": { numbers: [...nigerian, "447400123456 GB", "4915123456710"] },
  "libreoffice-grouped.csv": { numbers: ["2348031000010", "4915123456710"] },
  "libreoffice-rounded.csv": {
    numbers: [],
    rejected: [
      [2, rounded],
      [3, rounded],
    ],
  },
  "excel-utf8.csv": { numbers: three, empty: 2 },
  "excel-utf8-semicolon.csv": { numbers: nigerian, empty: 1 },
  "excel-ansi.csv": { numbers: ["2348031000010"] },
  "excel-macintosh.csv": { numbers: ["2348031000016", "2348031000017"] },
  "excel-unicode-text.txt": { numbers: nigerian },
  "excel-sep.csv": { numbers: ["2348031000011"], rejected: [[3, /number of NG, not of GB/]] },
  "excel-text-formula.csv": { numbers: three },
  "excel-rounded.csv": {
    numbers: [],
    rejected: [
      [2, rounded],
      [3, rounded],
    ],
  },
  "google.csv": { numbers: three },
  "invisible.csv": {
    numbers: ["0", "1", "2", "3", "4", "5"].map((last) => `234803100001${last}`),
  },
  "mixed-line-ends.csv": { numbers: three },
  "stray-quote.csv": { numbers: ["2348031000049", "2348031000050", "2348031000051"] },
  "open-quote.csv": {
    numbers: ["2348031000013"],
    rejected: [[2, /^a quote that is opened here and not closed takes in everything up to line 4/]],
  },
  "more-cells.csv": { numbers: ["2348031000011"], rejected: [[2, /^has 4 cells.*between quotes$/]] },
  "kosovo.csv": {
    numbers: [],
    rejected: [
      [2, /^belongs to no country of the catalogue \(\+383, XK\)$/],
      [3, /^there is no country "XK"$/],
      [4, /^belongs to no country of the catalogue \(\+247, AC\)$/],
    ],
  },
};
/** Files that are refused as a whole, and why. */
const refusedFiles: Record<string, RegExp> = {
  "header-only.csv": /nothing below it/,
  "commas-only.csv": /nothing below it/,
  "workbook.xlsx": /not text\. Save the table as CSV/,
};
const priceFiles = ["pandas-prices.csv", "pandas-prices-semicolon.csv", "libreoffice-prices-german.csv"];

test("every file here is tried", () => {
  const files = readdirSync(folder).filter((name) => name !== "README.md");
  assert.deepEqual(
    files.toSorted(),
    [...Object.keys(numberFiles), ...Object.keys(refusedFiles), ...priceFiles].toSorted(),
  );
});

async function send(csv: string, dryRun: boolean): Promise<ImportReport> {
  const { status, text, body } = await operator.post("operator/numbers/import", {
    pool: 1,
    csv,
    dry_run: dryRun,
  });
  assert.equal(status, 200, text);
  return body.data as ImportReport;
}

for (const [file, { numbers, empty = 0, rejected = [] }] of Object.entries(numberFiles)) {
  test(`${file}: the import does what its dry run says`, async () => {
    const dry = await send(textOf(file), true);
    const done = await send(textOf(file), false);
    const stored = await app.db.rows<{ number: string; country: string }>(
      `with gone as (delete from numbers returning number, country) select number, country from gone order by 1`,
    );
    assert.deepEqual({ ...done, dry_run: true }, dry);
    assert.deepEqual([done.read, done.empty], [numbers.length + rejected.length, empty]);
    assert.deepEqual(
      done.rejected.map(({ line }) => line),
      rejected.map(([line]) => line),
    );
    for (const [place, [, why]] of rejected.entries()) assert.match(done.rejected[place]?.reason ?? "", why);
    assert.deepEqual(
      stored.map(({ number, country }) => (numbers.includes(number) ? number : `${number} ${country}`)),
      numbers.toSorted(),
    );
  });
}

for (const [file, why] of Object.entries(refusedFiles)) {
  test(`${file} is refused with a sentence`, async () => {
    const reply = await operator.post("operator/numbers/import", { pool: 1, csv: textOf(file) });
    assert.deepEqual([reply.status, reply.body.code], [400, "invalid_file"]);
    assert.match(reply.text, why);
    const prices = await operator.post("operator/pools/1/prices/check", { csv: textOf(file) });
    assert.equal(prices.body.code, "invalid_file");
  });
}

test("the tool reads the same bytes, from a file and from a pipe", async () => {
  const run = toolFor(app);
  const report = async (args: string[], input?: string): Promise<ImportReport> =>
    (await run(["number", "import", ...args, "--pool", "1", "--dry-run", "--json"], input)).json;
  for (const file of ["excel-unicode-text.txt", "pandas-utf16.csv", "invisible.csv"]) {
    const told = await report([pathOf(file)]);
    assert.deepEqual([told.added, told.rejected], [numberFiles[file]?.numbers.length, []], file);
  }
  assert.equal((await report(["-"], textOf("google.csv"))).added, 3);
  const text = await run(["number", "import", pathOf("excel-utf8.csv"), "--pool", "1", "--dry-run"]);
  assert.equal(
    text.stdout,
    "3 would be added to pool 1, 0 passed over, 0 refused, 2 lines with nothing on them.\n",
  );
  const none = await run(["number", "import", pathOf("header-only.csv"), "--pool", "1"]);
  assert.deepEqual([none.code, none.stderr], [1, "The file has a header line and nothing below it.\n"]);
});

const check = async (csv: string): Promise<{ prices: object[]; faults: { message: string }[] }> =>
  (await operator.post("operator/pools/1/prices/check", { csv })).body.data as never;

for (const file of priceFiles) {
  test(`${file}: the prices are those that were written`, async () => {
    const fits = file.startsWith("libreoffice") ? 1600.25 : 600.25;
    assert.deepEqual(await check(textOf(file)), {
      prices: [
        { country: "GB", service: "whatsapp", price: 450, cost: null },
        { country: null, service: "telegram", price: 520.5, cost: 100 },
        { country: "NG", service: null, price: fits, cost: null },
      ],
      faults: [],
    });
  });
}

test("prices that may mean two things, or stand on broken lines, are told by their line", async () => {
  const { faults } = await check('country,price\nUS,"1,234"\nGB,free\nNG,1,2\n,\nDE,"7\nFR,8\nIT,9"\n');
  assert.deepEqual(
    faults.map(({ message }) => message),
    [
      '"1,234" may mean thousands or a fraction: write it as 1234.00.',
      '"free" is no amount such as 450.00.',
      "Has 3 cells, and the first line names 2 columns: put a cell that has a separator in it between quotes.",
      "A quote that is opened here and not closed takes in everything up to line 8, and nothing of lines 6 to 8 is read: close it, or write a quote within a cell twice.",
    ],
  );
});

test("what is exported as a file can be read again as it is", async () => {
  const { prices } = await check(textOf("pandas-prices.csv"));
  assert.equal((await operator.call("PUT", "operator/pools/1/prices", { prices })).status, 200);
  const exported = await operator.get("operator/pools/1/prices?format=csv");
  const again = await check(exported.text);
  assert.deepEqual(again.faults, []);
  assert.deepEqual(
    new Set(again.prices.map((price) => JSON.stringify(price))),
    new Set(prices.map((price) => JSON.stringify(price))),
  );
});

test("UK is GB wherever a country is read", async () => {
  const prices = [{ country: "uk", service: null, price: 500 }];
  assert.match((await operator.call("PUT", "operator/pools/1/prices", { prices })).text, /"country":"GB"/);
  await send("number,country\n447400123456,uk\n", false);
  assert.match((await operator.get("operator/numbers?country=uk")).text, /"number":"447400123456"/);
  assert.equal((await operator.get("operator/orders?country=UK")).status, 200);
});
