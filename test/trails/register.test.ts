import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember, type Browser } from "../helpers/browser.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { beforeTests, perFile } from "../helpers/fixtures.ts";
import { stock } from "../helpers/stock.ts";
import { toolFor, type RunTool } from "../helpers/tool.ts";
import type { FactsReport, Registered, RemovalReport } from "#answers/operator/register.ts";

const app = perFile(() => startTestApp());
let operator: Browser;
let run: RunTool;
beforeTests(async () => {
  operator = await (await addTestMember(app, 0, "operator")).signIn();
  run = toolFor(app);
});

const ask = async <T>(path: string): Promise<T> => (await operator.get(`operator/register${path}`)).body.data;
const facts = async (csv: string, dryRun = false): Promise<FactsReport> =>
  (await operator.post("operator/register/import", { csv, dry_run: dryRun })).body.data;
const takeOut = async (csv: string, more: object = {}): Promise<RemovalReport> =>
  (await operator.post("operator/register/take-out", { csv, status: "flagged", dry_run: false, ...more }))
    .body.data;
const entries = async (action: string): Promise<unknown[]> =>
  (await app.db.rows<{ detail: unknown }>(`select detail from audit_log where action = $1 order by id`, [action])).map(
    ({ detail }) => detail,
  ); // prettier-ignore

test("each number of our own gets owner, legal basis, reference and since from a file, and an inspector a file with all", async () => {
  await stock(app, 3);
  await stock(app, 1, { first: 2348031230001, country: "NG" });
  const file = `number,owner,legal_basis,reference,since,country
+1 555 010 0000,"Our Ltd, Lagos",contract with the carrier,=REG-1,2026-01-02,us
2348031230001,Ada Obi,SIM registered to us,NIN-9,2025-12-31,
15550100002,,,,,US
`;
  const checked = await facts(file, true);
  assert.deepEqual([checked.recorded, checked.empty, checked.faults, checked.dry_run], [2, 1, [], true]);
  assert.equal((await ask<Registered[]>("?state=unregistered")).length, 4, "a check records nothing");
  assert.equal((await facts(file)).recorded, 2);
  assert.deepEqual(
    (await ask<Registered[]>("?country=NG")).map(({ number, owner, legal_basis: basis, reference, since }) => [number, owner, basis, reference, since]), // prettier-ignore
    [["2348031230001", "Ada Obi", "SIM registered to us", "NIN-9", "2025-12-31"]],
  );
  assert.deepEqual((await ask<{ count: number }>("/totals?state=unregistered")).count, 2);
  assert.deepEqual(await entries("number.register"), [{ recorded: 2 }]);
  assert.match((await run(["doctor"])).stdout, /warn +register +2 numbers in sale have no owner/);

  const told = await run(["register", "export", "--country", "US"]);
  assert.match(
    told.stdout,
    /^number,country,owner,legal_basis,reference,since,pool,added_at,out_since,out_as,out_reason\r\n15550100000,US,"Our Ltd, Lagos",contract with the carrier,'=REG-1,2026-01-02,Standard Pool,/,
  );
  assert.equal(told.stdout.trimEnd().split("\n").length, 4);
  const download = await operator.get("operator/register?format=csv&country=US");
  assert.equal(download.text.trimEnd(), told.stdout.trimEnd(), "the page's file is the same");

  // What was exported can be corrected and brought back, whatever spreadsheets do to it.
  const again = await run(
    ["register", "import", "-", "--json"],
    told.stdout.replace("2026-01-02", "2026-02-03"),
  );
  assert.deepEqual([again.code, (again.json as { recorded: number }).recorded], [0, 1], again.stderr);
  const [first] = await ask<Registered[]>("?q=15550100000");
  assert.deepEqual([first?.reference, first?.since], ["=REG-1", "2026-02-03"]);
});

test("a file with a wrong line is told by line, and nothing of it is recorded", async () => {
  await stock(app, 1, { first: 15550110000 });
  await stock(app, 1, { first: 5215512340000, country: "MX" });
  const tomorrow = new Date(app.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  const today = app.clock.now().toISOString().slice(0, 10);
  const good = `15550110000,Us,contract,,${today},US`;
  const wrong: [line: string, why: RegExp][] = [
    ["15559999999,Us,contract,,2026-01-02,US", /not in the inventory/],
    ["15550110000,Us,contract,,2026-01-02,US", /stands on line 2, too/],
    ["525512340000,Us,contract,,2026-01-02,US", /is a number of MX, not of US/],
    ["15550110000,,contract,,2026-01-02,", /owner is missing/],
    ["15550110000,Us,,,2026-01-02,", /legal_basis is missing/],
    ["15550110000,Us,contract,,,", /since must be a day such as 2026-01-31, not ""/],
    ["15550110000,Us,contract,,2026-02-30,", /since must be a day/],
    [`15550110000,Us,contract,,${tomorrow},`, /yet to come/],
    [`15550110000,${"x".repeat(201)},contract,,2026-01-02,`, /owner has more than 200 characters/],
    ['15550110000,"a\nb",contract,,2026-01-02,', /owner has a control character/],
    ["<script>alert(1)</script>,Us,contract,,2026-01-02,", /a number is 5 to 15 digits/],
    ["1.5555E+10,Us,contract,,2026-01-02,", /a spreadsheet has rounded it/],
    ["15550110000,Us,contract,,2026-01-02,US,one,more", /has 8 cells/],
    ["' or 1=1,Us,contract,,2026-01-02,", /digits/],
  ];
  const head = "number,owner,legal_basis,reference,since,country";
  for (const [line, why] of wrong) {
    const { recorded, faults } = await facts([head, good, line, ""].join("\n"));
    assert.equal(recorded, 0, line);
    assert.deepEqual(
      faults.map((fault) => fault.line),
      [3],
      line,
    );
    assert.match(faults[0]?.reason ?? "", why);
  }
  assert.equal((await ask<{ owner: string | null }[]>("?q=15550110000"))[0]?.owner, null);
  assert.equal((await facts([head, good, ""].join("\n"))).recorded, 1, "the other line alone can be used");
  // The other way in which Mexican numbers are written.
  assert.equal((await facts(`${head}\n525512340000,Us,contract,,2026-01-02,MX`)).recorded, 1);
  for (const csv of ["", "number,owner", "owner,since\nUs,2026-01-02", "number,number\n1,1"]) {
    const refused = await operator.post("operator/register/import", { csv, dry_run: false });
    assert.deepEqual([refused.status, refused.body.code], [400, "invalid_file"], csv);
  }
});

test("flagged and churned numbers are out of sale and it says why; what is not ours is passed over", async () => {
  const numbers = await stock(app, 4, { first: 15550120000 });
  const [kept = "", flagged = "", churned = "", rented = ""] = numbers;
  const { liveKey } = await app.account(1_000_000);
  const client = clientFor(app, liveKey);
  const others = numbers.filter((number) => number !== rented).map((number) => number.slice(0, 10));
  const order = await client.post("/rent", rentBody({ area_code: "555", exclude: others.join() }));
  await app.db.rows(`update orders set number = $1 where order_id = $2 and number <> $1`, [
    rented,
    (order.body.data as { order_id: string }).order_id,
  ]);
  const file = `number,status,reason
${flagged},,spoofing complaint 7
${churned},Churned,
${rented},,
15558887777,,of another shop
${flagged},churned,again
`;
  const looked = await takeOut(file, { dry_run: true });
  const counts = { taken_out: 3, rented: 1, already_out: 0, not_ours: 1, read: 5, empty: 0 };
  assert.deepEqual(looked, { ...counts, dry_run: true, faults: [], more: 0 });
  assert.equal((await ask<{ count: number }>("/totals?state=out")).count, 0, "a check takes nothing out");

  assert.deepEqual(await takeOut(file, { reason: "list of May" }), { ...looked, dry_run: false });
  const out = (await ask<Registered[]>("?state=out")).map((row) => [row.number, row.out_as, row.out_reason]);
  assert.deepEqual(out, [
    [flagged, "flagged", "spoofing complaint 7"],
    [churned, "churned", "list of May"],
    [rented, "flagged", "list of May"],
  ]);
  assert.deepEqual(await entries("number.take-out"), [{ takenOut: 3, rented: 1, flagged: 2, churned: 1 }]);
  const again = await takeOut(file);
  assert.deepEqual([again.taken_out, again.already_out, again.not_ours], [0, 3, 1]);
  assert.equal((await client.get("/sms", { order_id: order.body.data && (order.body.data as { order_id: string }).order_id })).status, 200, "an open order goes on"); // prettier-ignore

  const rents = await Promise.all([1, 2, 3].map(() => client.post("/rent", rentBody({ area_code: "555" }))));
  const got = rents.flatMap(({ body }) => (body.data ? [(body.data as { number: string }).number] : []));
  for (const number of got) assert.ok(![flagged, churned].includes(number.replace("+", "")), number);
  assert.equal((await ask<Registered[]>(`?q=${kept}`))[0]?.out_since, null);

  const { stdout } = await run(["number", "retire", kept, "--reason", "the carrier took it back"]);
  assert.match(stdout, /is retired/);
  const [byHand] = await ask<Registered[]>(`?q=${kept}`);
  assert.deepEqual([byHand?.out_as, byHand?.out_reason], ["retired", "the carrier took it back"]);
});

test("100,000 lines: one wrong line and nothing changes, otherwise all are taken out at once", async () => {
  await app.db.rows(
    `insert into numbers (number, pool_id, country, created_at)
     select (447000000000 + n)::text, 1, 'GB', now() from generate_series(0, 49999) n`,
  );
  const lines = Array.from({ length: 100_000 }, (_, index) => String(447_000_000_000 + index));
  const ours = (): Promise<{ count: number }[]> =>
    app.db.rows(`select count(*)::int as count from numbers where country = 'GB' and retired_at is not null`);
  const hostile = lines.with(70_000, `=cmd|' /C calc'!A0`);
  const refused = await run(
    ["register", "take-out", "-", "--status", "churned"],
    `number\n${hostile.join("\n")}`,
  );
  assert.equal(refused.code, 1);
  assert.match(refused.stdout, /^line 70002: .* refused: a number is 5 to 15 digits .*\n$/);
  assert.match(refused.stderr, /1 line is wrong, so nothing was changed/);
  assert.deepEqual(await ours(), [{ count: 0 }]);
  const many = await takeOut(`number\n${"x\n".repeat(100_000)}`);
  assert.deepEqual([many.faults.length, many.more, many.taken_out], [1000, 99_000, 0]);

  const all = await takeOut(`number\n${lines.join("\n")}`, { status: "churned", reason: "regulator's list" });
  assert.deepEqual([all.taken_out, all.not_ours, all.read], [50_000, 50_000, 100_000]);
  assert.deepEqual(await ours(), [{ count: 50_000 }]);
  const registered = lines.slice(0, 50_000).map((number) => `${number},Us,contract,2026-01-02`);
  const recorded = await facts(`number,owner,legal_basis,since\n${registered.join("\n")}`);
  assert.deepEqual([recorded.recorded, recorded.faults], [50_000, []]);
});
