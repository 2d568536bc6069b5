import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { toolFor } from "../helpers/tool.ts";

interface Report {
  read: number;
  added: number;
  duplicates: { line: number; number: string; reason: string }[];
  rejected: { line: number; number: string; reason: string }[];
}

const app = perFile(() => startTestApp());
const run = toolFor(app);
let client: Client;

beforeTests(async () => {
  client = clientFor(app, (await app.account(10_000_000)).liveKey);
});

const bringIn = async (
  csv: string,
  ...options: string[]
): Promise<{ code: number | null; report: Report }> => {
  const told = await run(["number", "import", "-", "--pool", "1", "--json", ...options], csv);
  return { code: told.code, report: told.json };
};
const stored = async (): Promise<string[]> =>
  (await app.db.rows<{ number: string }>(`select number from numbers order by id`)).map(
    ({ number }) => number,
  );

const mixed = `number,country,area_code,line_type
15550100001,US,555,mobile
+44 7700 900123,,,
447700900123,GB,,
12,,,
14165550123,US,,
2348031234567,,,
`;

test("a dry run and a strict import of a faulty file change nothing", async () => {
  const dry = await bringIn(mixed, "--dry-run");
  assert.deepEqual([dry.code, dry.report.added, dry.report.rejected.length], [0, 3, 2]);
  const strict = await bringIn(mixed, "--strict");
  assert.deepEqual([strict.code, strict.report.added, strict.report.rejected.length], [1, 0, 2]);
  assert.deepEqual(await stored(), []);
});

test("what is good is imported, what is not is told by its line, and again adds nothing", async () => {
  const { code, report } = await bringIn(mixed);
  assert.equal(code, 0);
  assert.deepEqual([report.read, report.added], [6, 3]);
  assert.deepEqual(report.duplicates, [{ line: 4, number: "447700900123", reason: "stands on line 3, too" }]);
  assert.deepEqual(
    report.rejected.map(({ line, reason }) => `${line}: ${reason}`),
    ["5: a number is 5 to 15 digits with its country code", "6: is a number of CA, not of US"],
  );
  assert.deepEqual((await stored()).toSorted(), ["15550100001", "2348031234567", "447700900123"]);

  const again = await bringIn(mixed);
  assert.equal(again.report.added, 0);
  assert.equal(again.report.duplicates.find(({ line }) => line === 2)?.reason, "is in pool 1 already");
  const text = await run(["number", "import", "-", "--pool", "1"], mixed);
  assert.match(
    text.stdout,
    /^line 5: 12 refused: .*\n[\s\S]*0 added to pool 1, 4 passed over, 2 refused\.\n$/,
  );
  assert.equal(text.stderr, "", "no progress where nobody watches");
});

test("thousands of lines come in, each once", async () => {
  const numbers = Array.from({ length: 12_000 }, (_, place) => `1415${2_000_000 + place}`);
  const { report } = await bringIn(["number", ...numbers, ...numbers.slice(0, 10)].join("\r\n"));
  assert.deepEqual([report.read, report.added, report.duplicates.length], [12_010, 12_000, 10]);
  assert.equal((await stored()).length, 12_003);
});

test("a file that is none, and a pool of others, are refused", async () => {
  const none = await run(["number", "import", "none.csv", "--pool", "1"]);
  assert.deepEqual([none.code, none.stderr], [1, "none.csv cannot be read: there is no such file.\n"]);
  const others = await run(["number", "import", "-", "--pool", "3"], "number\n1");
  assert.equal(others.code, 1);
  assert.match(others.stderr, /gets its numbers from sandbox/);
});

test("a pool of the provider usa takes US numbers only", async () => {
  const pool = (
    await run(["pool", "create", "--name", "Premium", "--provider", "usa", "--price", "650.00", "--json"])
  ).json as {
    id: number;
  };
  const told = await run(["number", "add", "+1 416 555 0199", "12125550100", "--pool", String(pool.id)]);
  assert.equal(told.code, 1);
  assert.match(
    told.stdout,
    /number 1: \+1 416 555 0199 refused: is a number of CA; pool \d+ is of the provider usa/,
  );
  assert.match(told.stdout, /1 added/);
  const rented = await client.post("/rent", rentBody({ provider: "usa" }));
  assert.match(rented.text, /"number":"12125550100","price":650\.00/);
});

test("the most particular price wins, from the next quote on", async () => {
  assert.equal((await run(["pool", "set-price", "1", "460.00"])).code, 0);
  assert.equal((await run(["pool", "set-price", "1", "470.00", "--country", "uk"])).code, 0);
  const set = await run(["pool", "set-price", "1", "480.00", "--country", "GB", "--service", "wa", "--json"]);
  assert.deepEqual(set.json, { pool_id: 1, country: "GB", service: "whatsapp", price: "480.00" });
  const quote = async (country: string, service: string): Promise<string> =>
    /"price":([\d.]+)/.exec((await client.get("/services", { country, service })).text)?.[1] as string;
  assert.deepEqual(
    [await quote("NG", "whatsapp"), await quote("GB", "telegram"), await quote("GB", "whatsapp")],
    ["460.00", "470.00", "480.00"],
  );
  const refused = await run(["pool", "set-price", "9", "1"]);
  assert.deepEqual([refused.code, refused.stderr], [1, "There is no pool 9.\n"]);
  assert.match(
    (await run(["pool", "list"])).stdout,
    /Standard Pool .* 460\.00 .* GB\/\* 470\.00, GB\/whatsapp 480\.00/,
  );
});

test("a number that is retired is rented no more", async () => {
  assert.equal((await run(["number", "retire", "+2348031234567", "--reason", "gone"])).code, 0);
  assert.equal((await client.post("/rent", rentBody({ country: "NG" }))).body.code, "no_numbers");
  assert.equal((await run(["number", "retire", "2348031234567"])).code, 0, "again changes nothing");
  assert.equal((await app.db.rows(`select from audit_log where action = 'number.retire'`)).length, 1);
  const back = await run(["number", "add", "2348031234567", "--pool", "1", "--json"]);
  assert.equal((back.json as Report).duplicates[0]?.reason, "was retired");
  assert.equal((await run(["number", "retire", "999", "--json"])).error.code, "number_not_found");
});

test("the inventory is listed, and says what is rented", async () => {
  const { json } = await run(["number", "list", "--json", "--search", "12125550100"]);
  const [entry] = json as Record<string, unknown>[];
  assert.deepEqual(
    [entry?.["country"], entry?.["area_code"], entry?.["rented_for"]],
    ["US", "212", ["whatsapp"]],
  );
  assert.match((await run(["number", "list", "--limit", "2"])).stderr, /--after \d+ reads on/);
});

test("a service is restricted and allowed by name, with a reason that is kept", async () => {
  const rent = async (service: string): Promise<string | undefined> =>
    (await client.post("/rent", rentBody({ service }))).body.code;
  assert.equal(await rent("paypal"), "service_restricted");
  assert.equal((await run(["service", "allow", "PayPal", "--reason", "agreed"])).code, 0);
  assert.equal(await rent("paypal"), undefined);
  assert.equal((await run(["service", "restrict", "paypal", "--reason", "ended"])).code, 0);
  assert.equal(await rent("paypal"), "service_restricted");
  const kept = await app.db.rows(
    `select detail->>'reason' as reason from audit_log where subject = 'paypal' order by id`,
  );
  assert.deepEqual(kept, [{ reason: "agreed" }, { reason: "ended" }]);
  const { json } = await run(["service", "list", "--restricted", "--search", "paypal", "--json"]);
  assert.deepEqual(
    (json as { slug: string }[]).map(({ slug }) => slug),
    ["paypal"],
  );
});
