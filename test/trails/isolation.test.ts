import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { insertPool } from "../../src/domain/pools/sql.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { payIn } from "../helpers/credit.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { findCircle, type Deed, type Dependency } from "../helpers/history.ts";
import { stock } from "../helpers/stock.ts";

const walletCount = 3;
const workersPerWallet = 4;
/** For each wallet, however long a busy machine needs. */
const enoughDeeds = 150;
/** Several, so that a balance identifies the postings it results from. */
const pricesMinor = [45_000, 45_017, 45_039, 45_083, 45_131];

let apps: TestApp[];
let pools: string[];
before(async () => {
  const app = await startTestApp({ MAX_OPEN_ORDERS: "100000", TRIES_PER_POOL: "0" });
  apps = [app, await app.sibling()];
  const offer = {
    mode: "live",
    provider: "global",
    supplier: "inventory",
    lateMessages: "free",
    costMinor: 0,
  } as const;
  pools = [];
  for (const [place, priceMinor] of pricesMinor.entries()) {
    const poolId = await app.db.transaction((tx) =>
      insertPool(tx, { ...offer, name: `Pool ${priceMinor}`, priceMinor }, app.clock.now()),
    );
    await stock(app, 2000, { poolId, first: 15_551_000_000 + place * 10_000 });
    pools.push(String(poolId));
  }
});
after(() => apps[0]?.close());

/** A transfer within a wallet, in the books with its order or its reason. */
interface Change extends Deed {
  kind: "hold" | "release" | "credit";
  orderId?: number;
  reason?: string;
  /** The spendable balance that the client was told then. */
  spendable?: number;
}
interface Balance extends Deed {
  spendable: number;
  held: number;
}
/** All orders of the wallet, with their states. */
interface Listing extends Deed {
  orders: Map<number, string>;
}
interface History {
  changes: Change[];
  balances: Balance[];
  listings: Listing[];
}
interface Posting {
  seq: number;
  kind: string;
  orderId: number | null;
  reason: string | null;
  change: number;
  toHeld: number;
  after: number;
}

const deedsOf = ({ changes, balances, listings }: History): Deed[] => [...changes, ...balances, ...listings];
const minor = (amount: number): number => Math.round(amount * 100);
let credits = 0;

async function workOn(accountId: number, clients: Client[], history: History): Promise<void> {
  const pick = <T>(list: T[]): T => list[Math.floor(Math.random() * list.length)] as T;
  /** The time is measured around the request, so that the operation happened in between. */
  const timed = async <T>(deed: () => Promise<T>): Promise<T & { from: number; to: number }> => {
    const from = performance.now();
    const done = await deed();
    return { ...done, from, to: performance.now() };
  };
  const look = async (): Promise<void> => {
    const balance = await timed(async () => {
      const { balance: spendable, held } = (await pick(clients).get("/user")).body.data as {
        balance: number;
        held: number;
      };
      return { spendable: minor(spendable), held: minor(held) };
    });
    history.balances.push({ ...balance, name: `balance ${balance.spendable}, ${balance.held} held` });
    const listing = await timed(async () => {
      const rows = (await pick(clients).get("/orders")).body.data as { order_id: string; status: string }[];
      return { orders: new Map(rows.map(({ order_id: id, status }) => [Number(id), status])) };
    });
    history.listings.push({ ...listing, name: `list of ${listing.orders.size} orders` });
  };
  while (deedsOf(history).length < enoughDeeds) {
    const rent = await timed(async () => {
      const { status, body } = await pick(clients).post("/rent", rentBody({ pool: pick(pools) }));
      return { orderId: status === 200 ? Number((body.data as { order_id: string }).order_id) : 0 };
    });
    if (rent.orderId) history.changes.push({ ...rent, kind: "hold", name: `rent ${rent.orderId}` });
    if (Math.random() < 0.3) {
      const reason = `credit ${++credits}`;
      const { spendableMinor: spendable, ...done } = await timed(() =>
        payIn(pick(apps), accountId, 45_000 + credits, reason),
      );
      history.changes.push({ ...done, kind: "credit", reason, spendable, name: reason });
    }
    await look();
    if (!rent.orderId || Math.random() < 0.3) continue;
    const cancel = await timed(async () => {
      const answer = await pick(clients).post("/cancel", { order_id: String(rent.orderId) });
      assert.equal(answer.status, 200, answer.text);
      return { spendable: minor((answer.body.data as { balance: number }).balance) };
    });
    history.changes.push({
      ...cancel,
      kind: "release",
      orderId: rent.orderId,
      name: `cancel ${rent.orderId}`,
    });
    await sleep(Math.random() * 3);
  }
}

/** The postings of a wallet have no gaps, and each continues from the previous one. */
function checkChain(postings: Posting[]): void {
  let spendable = 0;
  for (const [place, { seq, change, after: told }] of postings.entries()) {
    assert.equal(seq, place + 1, "no gap");
    spendable += change;
    assert.equal(told, spendable, `posting ${seq} stands on the one before it`);
    assert.ok(told >= 0, `posting ${seq} overdraws the wallet`);
  }
}

/** The operations in the order of the books; whoever was told a balance was told the one after their own posting. */
function inBooks({ changes }: History, postings: Posting[]): (Change | undefined)[] {
  const keyOf = ({ kind, orderId, reason }: Change | Posting): string =>
    `${kind} ${kind === "credit" ? reason : orderId}`;
  const byKey = new Map(changes.map((change) => [keyOf(change), change]));
  const writers = postings.map((posting) => byKey.get(keyOf(posting)));
  for (const change of changes) {
    const posting = postings[writers.indexOf(change)];
    assert.ok(posting, `${change.name} was answered and is not in the books`);
    if (change.spendable !== undefined)
      assert.equal(change.spendable, posting.after, `told at ${change.name}`);
  }
  return writers;
}

/** The order that the wallet's consecutive postings imply. */
function bookDependencies(
  { changes, balances }: History,
  postings: Posting[],
): { dependencies: Dependency[]; read: number } {
  const writers = inBooks({ changes, balances, listings: [] }, postings);
  const dependencies: Dependency[] = writers.flatMap((after, place) => {
    const before = writers[place - 1];
    return before && after ? [{ before, after, why: "posted before" }] : [];
  });
  let held = 0;
  const states = postings.map(({ after: spendable, toHeld }) => `${spendable} ${(held += toHeld)}`);
  let read = 0;
  for (const balance of balances) {
    const state = `${balance.spendable} ${balance.held}`;
    const places = states.flatMap((each, place) => (each === state ? [place] : []));
    assert.ok(places.length > 0, `${balance.name} was never so`);
    // If a state occurred twice, it is unknown which one it was.
    if (places.length > 1) continue;
    read++;
    const [before, after] = [writers[places[0] as number], writers[(places[0] as number) + 1]];
    if (before) dependencies.push({ before, after: balance, why: "made what was read in" });
    if (after) dependencies.push({ before: balance, after, why: "was read before" });
  }
  return { dependencies, read };
}

/**
 * What lists of orders imply: an order in it was rented before, one that is missing was rented later; the same for
 * its cancel.
 */
function listDependencies({ changes, listings }: History): Dependency[] {
  return listings.flatMap((listing) =>
    changes.flatMap((change): Dependency[] => {
      if (change.kind === "credit") return [];
      const status = listing.orders.get(change.orderId ?? 0);
      const isSeen = change.kind === "hold" ? status !== undefined : status === "CANCELLED";
      return isSeen
        ? [{ before: change, after: listing, why: "was listed in" }]
        : [{ before: listing, after: change, why: "does not list" }];
    }),
  );
}

test("credits, rents and cancels over several wallets from two servers are strictly serializable", async (t) => {
  const [app] = apps as [TestApp, TestApp];
  const wallets = await Promise.all(
    Array.from({ length: walletCount }, async () => {
      const { accountId, liveKey } = await app.account(5 * 45_000);
      const history: History = { changes: [], balances: [], listings: [] };
      return { accountId, clients: apps.map((each) => clientFor(each, liveKey)), history };
    }),
  );
  await Promise.all(
    wallets.flatMap(({ accountId, clients, history }) =>
      Array.from({ length: workersPerWallet }, () => workOn(accountId, clients, history)),
    ),
  );
  const deeds: Deed[] = [];
  const dependencies: Dependency[] = [];
  for (const { accountId, history } of wallets) {
    const postings = await app.db.rows<Posting>(
      `select p.seq, p.kind, p.order_id as "orderId", p.reason, p.spendable_after_minor as after,
         case when p.credit = 'spendable' then p.amount_minor when p.debit = 'spendable' then -p.amount_minor else 0 end as change,
         case when p.credit = 'held' then p.amount_minor when p.debit = 'held' then -p.amount_minor else 0 end as "toHeld"
       from postings p join wallets w on w.id = p.wallet_id
       where w.account_id = $1 and w.mode = 'live' order by p.seq`,
      [accountId],
    );
    checkChain(postings);
    const books = bookDependencies(history, postings);
    assert.ok(books.read > history.balances.length / 2, `${books.read} readings told where they stand`);
    dependencies.push(...books.dependencies, ...listDependencies(history));
    deeds.push(...deedsOf(history));
  }
  // One graph over all wallets: a client that saw one may look at another next.
  assert.deepEqual(findCircle(deeds, dependencies), null);
  t.diagnostic(`${deeds.length} deeds, ${dependencies.length} dependencies`);
  // Shows that the graph can detect errors: the first change, reported as coming after everything.
  const first = deeds[0] as Deed;
  const last = deeds.toSorted((a, b) => b.from - a.from)[0] as Deed;
  assert.ok(findCircle(deeds, [...dependencies, { before: last, after: first, why: "by our hand" }]));
  await assertBooks(app.db);
});
