import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { addTestMember } from "../helpers/browser.ts";
import { perFile } from "../helpers/fixtures.ts";
import { createTool } from "../helpers/tool.ts";
import type { Health } from "#answers/operator/system.ts";

const weaker = { QUARANTINE_DAYS: "30", RATE_LIMIT: "100", SANDBOX_LIMIT: "600", CANCEL_LOCK_SECONDS: "120" };
const app = perFile(() => startTestApp(weaker));

test("what protects people less than the defaults is on the Health page and in doctor, settings and rules alike", async () => {
  const operator = await (await addTestMember(app, 0, "operator")).signIn();
  const weakened = async (): Promise<Health["weakened"]> =>
    ((await operator.get("operator/health")).body.data as Health).weakened;
  const tool = createTool({
    DATABASE_URL: app.connectionString,
    ENCRYPTION_KEY: app.encryptionKey,
    PUBLIC_BASE_URL: app.url,
    ...weaker,
  });
  const told = async (): Promise<string[]> =>
    (await tool(["doctor"])).stdout.split("\n").filter((line) => line.includes("safeguards"));
  const quarantine = {
    name: "QUARANTINE_DAYS",
    value: "30",
    default: "180",
    sentence:
      "A number is sold again while services may still take it for the earlier renter’s, so the next renter can get into that account.",
  };
  assert.deepEqual(await weakened(), [quarantine]);

  const { accountId } = await app.account();
  const setLimit = (limit: number) =>
    app.db.rows(`update wallets set max_open_orders = $2 where account_id = $1 and mode = 'live'`, [
      accountId,
      limit,
    ]);
  await setLimit(20); // As many as everybody.
  assert.deepEqual(await weakened(), [quarantine]);
  await setLimit(21);
  assert.equal((await tool(["service", "allow", "paypal", "--reason", "asked for"])).code, 0);
  const pools = [
    { id: 1, late: "charge" },
    { id: 2, late: "withhold" },
  ];
  for (const { id, late } of pools)
    await app.db.rows(`update pools set late_messages = $2 where id = $1`, [id, late]);

  assert.deepEqual(
    (await weakened()).map(({ name, value, default: usual }) => [name.replace(/ \(.*/, ""), value, usual]),
    [
      ["QUARANTINE_DAYS", "30", "180"],
      ["services: payments", "allowed: PayPal", "restricted"],
      ["pool 1", "late messages: charge", "late messages: free"],
      ["pool 2", "late messages: withhold", "late messages: free"],
      ["open orders of single customers", "1 wallet, up to 21", "20"],
    ],
  );
  const lines = await told();
  assert.equal(lines.length, 5);
  assert.match(
    lines[0] ?? "",
    /^warn +safeguards +QUARANTINE_DAYS is 30 \(default: 180\)\. A number is sold/,
  );
  assert.match(lines[1] ?? "", /services: payments is allowed: PayPal \(default: restricted\)\. Codes that/);
});

test("with the defaults, doctor says that nothing is weaker", async () => {
  const other = await startTestApp();
  try {
    const tool = createTool({ DATABASE_URL: other.connectionString, ENCRYPTION_KEY: other.encryptionKey });
    assert.match((await tool(["doctor"])).stdout, /^ok +safeguards +nothing is weaker than the defaults$/m);
  } finally {
    await other.close();
  }
});
