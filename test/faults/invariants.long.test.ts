import assert from "node:assert/strict";
import { mkdtempSync, chmodSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { stopEverything } from "../../bench/lib/teardown.ts";
import type { Db, Tx } from "../../src/kit/db.ts";
import { until } from "../helpers/until.ts";
import { askFor, newRent } from "./calls.ts";
import { follow } from "./follower.ts";
import { invariants, type InvariantName } from "./invariants.ts";
import { mutations } from "./mutations.ts";
import { newRecord, noteShown, type Account, type TrackedOrder } from "./record.ts";
import { playRound } from "./round.ts";
import { startWorld, type World } from "./world.ts";

// A check that cannot fail is worthless: each gets a world in which its rule is broken, and must report it.

let world: World;
let folder: string;
before(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "zapotp-invariants-")));
  chmodSync(folder, 0o711);
  world = await startWorld({ folder, accounts: 2, isFast: true });
  const { findings } = await playRound(world, untilAllHappened, { isFast: true });
  assert.deepEqual(findings, []);
  // Open orders end automatically; after that only we change anything.
  await until(
    () =>
      world.db.rows(
        `select 1 from orders where status in ('PLACING', 'PENDING', 'RECEIVED') union all select 1 from sandbox_messages`,
      ),
    (open) => open.length === 0,
  );
  for (const name of Object.keys(invariants) as InvariantName[])
    assert.deepEqual(await invariants[name](world), [], name);
  for (const follower of world.followers) follower.stop();
  for (const server of world.servers) await server.stop();
});
after(async () => {
  await stopEverything();
  rmSync(folder, { recursive: true, force: true });
});

/** Load, until everything that is to be broken exists. */
async function untilAllHappened({ db, record, followers }: World): Promise<void> {
  const seen = async (): Promise<boolean[]> => {
    const orders = await db.rows<{ supplier: string; status: string; n: number }>(
      `select supplier, status, count(*)::int as n from orders group by 1, 2`,
    );
    const count = (supplier: string, status: string): number =>
      orders.find((row) => row.supplier === supplier && row.status === status)?.n ?? 0;
    return [
      count("inventory", "EXPIRED") > 0,
      count("inventory", "RECEIVED") + count("inventory", "FINISHED") > 4,
      count("peer", "RECEIVED") + count("peer", "FINISHED") > 1,
      [...record.orders.values()].some(
        ({ ended, account: { mode } }) => ended === "CANCELLED" && mode === "live",
      ),
      [...record.messages.values()].filter(({ acknowledged }) => acknowledged).length > 10,
      [...record.messages.values()].some(
        ({ acknowledged, bodies, order: { received } }) => acknowledged && bodies.length > 1 && received,
      ),
      followers.some((follower) => follower.seen.size > 4),
    ];
  };
  await until(seen, (all) => all.every(Boolean), 90);
}

class Undo extends Error {}

/** The world with the statements applied, while the work examines it. */
async function mutated<T>(sql: string[], work: (world: World) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  const undone = world.db.transaction(async (tx) => {
    for (const statement of sql) await tx.rows(statement);
    result = { value: await work({ ...world, db: dbIn(tx) }) };
    throw new Undo();
  });
  await assert.rejects(undone, Undo);
  return (result as { value: T }).value;
}

function dbIn(tx: Tx): Db {
  // The audit needs a new snapshot; only this transaction sees any changes.
  const rows: Db["rows"] = async (text, values) =>
    text.startsWith("set transaction") ? [] : tx.rows(text, values);
  return { ...world.db, rows, transaction: (work) => work({ ...tx, rows }) };
}

for (const { name, invariant, finding, sql = [], memory } of mutations)
  test(`${invariant} sees it: ${name}`, async () => {
    const undo = memory?.(world);
    const found = await mutated(sql, (broken) => invariants[invariant](broken));
    undo?.();
    assert.ok(
      found.some((sentence) => finding.test(sentence)),
      `found: ${JSON.stringify(found.slice(0, 5))}`,
    );
  });

test("every rule was broken, and all hold again", async () => {
  assert.deepEqual(
    Object.keys(invariants).filter((name) => !mutations.some(({ invariant }) => invariant === name)),
    [],
  );
  for (const name of Object.keys(invariants) as InvariantName[])
    assert.deepEqual(await invariants[name](world), [], name);
});

const account: Account = { name: "one", key: "", walletId: 1, mode: "live" };
const order: TrackedOrder = { orderId: "7", account, number: "1", service: "whatsapp", received: false };

test("a message that is shown to another account, or that was never sent, is seen", () => {
  const record = newRecord();
  const sent = {
    id: "a",
    order,
    tag: "xa",
    bodies: [],
    acknowledgedBodies: new Set<object>(),
    acknowledged: true,
  };
  record.tags.set("xa", sent);
  noteShown(record, account, "7", [{ text: "code 1 [xa]" }]);
  assert.deepEqual(record.violations, []);
  noteShown(record, { ...account, name: "other" }, "8", [{ text: "code 1 [xa]" }]);
  noteShown(record, account, "7", [{ text: "code 1 [xb]" }]);
  assert.match(record.violations[0] ?? "", /a message for order 7 of one was shown to other for order 8/);
  assert.match(record.violations[1] ?? "", /shows a message that was never sent/);
});

test("a repeat that is answered with another order is seen", async () => {
  const record = newRecord();
  let orders = 0;
  const client: World["client"] = {
    ask: async () => ({
      kind: "answered",
      status: 200,
      body: { data: { order_id: String(++orders), number: "1" } },
    }),
    close: () => {},
  };
  const small = { ...world, record, client };
  const asked = newRent(small, account, { service: "whatsapp" });
  await askFor(small, asked);
  await askFor(small, asked);
  assert.match(record.violations[0] ?? "", /a repeat of rent \S+ was answered with 2 after 1/);
});

test("a stream that leaves an event out, or tells one otherwise than before, is seen", async (t) => {
  const told = [
    [1, "order.received"],
    [3, "order.finished"],
    [3, "order.expired"],
  ];
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const [id, type] of told)
      response.write(`id: ${id}\nevent: ${type}\ndata: {"order_id":"7","message":null}\n\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const record = newRecord();
  const follower = follow(() => [(server.address() as { port: number }).port], account, record);
  t.after(() => {
    follower.stop();
    server.closeAllConnections();
    server.close();
  });
  await until(
    async () => record.violations,
    (violations) => violations.length >= 2,
  );
  assert.match(record.violations[0] ?? "", /event 2 was left out before 3/);
  assert.match(record.violations[1] ?? "", /event 3 was "order.finished 7" and is "order.expired 7"/);
});
