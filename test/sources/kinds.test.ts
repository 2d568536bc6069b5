import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { insertPool } from "../../src/domain/pools/sql.ts";
import { offeredKinds } from "../../src/edges/inbound/offered-kinds.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { stock } from "../helpers/stock.ts";
import { carriers } from "./carriers.ts";
import { answerAsSns } from "./carriers/aws-sns.ts";
import { gammuTablesCarrier } from "./carriers/gammu-tables.ts";
import { smppCarrier } from "./carriers/smpp.ts";
import { tryCarrier } from "./suite.ts";

const publicUrl = "https://otp.example.com";

const smpp = await smppCarrier();
const gammuTables = await gammuTablesCarrier();
const all = [...carriers, smpp, gammuTables];

let app: TestApp;
let renter: Client;
let sns: ReturnType<typeof answerAsSns>;
before(async () => {
  sns = answerAsSns();
  app = await startTestApp({ PUBLIC_BASE_URL: publicUrl, LOG_LEVEL: "silent", MAX_OPEN_ORDERS: "1000" });
  await stock(app, 900);
  renter = await newRenter();
});
after(async () => {
  sns.stop();
  await app.close();
  await smpp.centre.stop();
  await gammuTables.stop();
});

const newRenter = async (): Promise<Client> => clientFor(app, (await app.account(100_000_000)).liveKey);

const countryOf: Record<string, string> = { 52: "MX", 54: "AR" };

async function oneNumber(number: string): Promise<{ number: string; pool: string; country: string }> {
  const country = countryOf[number.slice(0, 2)] ?? "US";
  const offer = { mode: "live", provider: "global", supplier: "inventory", lateMessages: "free" } as const;
  const pool = { ...offer, name: number, priceMinor: 45_000, costMinor: 0 };
  const poolId = await app.db.transaction((tx) => insertPool(tx, pool, app.clock.now()));
  await stock(app, 1, { poolId, first: Number(number), country });
  return { number, pool: String(poolId), country };
}

test("every kind of source is tried", () => {
  assert.deepEqual([...new Set(all.map(({ kind }) => kind))].toSorted(), [...offeredKinds.keys()].toSorted());
});

for (const carrier of all) tryCarrier(carrier, () => ({ app, publicUrl, renter, newRenter, oneNumber }));
