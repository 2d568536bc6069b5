import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { credit } from "../../src/domain/wallet/credit.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody, type Client } from "../helpers/client.ts";
import { stock } from "../helpers/stock.ts";

const walletCount = 3;
const workersPerWallet = 4;
const seconds = 5;

let apps: TestApp[];
before(async () => {
  const app = await startTestApp({ MAX_OPEN_ORDERS: "100000" });
  apps = [app, await app.sibling()];
  await stock(app, 8000);
});
after(() => apps[0]?.close());

/** What somebody did or read, when, and what they were told the wallet may spend. */
interface Deed {
  from: number;
  to: number;
  orderId?: number;
  kind: "hold" | "release" | "credit" | "read";
  reason?: string;
  spendable?: number;
}
interface Posting {
  seq: number;
  kind: string;
  orderId: number | null;
  reason: string | null;
  change: number;
  after: number;
}

const minor = (amount: number): number => Math.round(amount * 100);
let credits = 0;

async function workOn(accountId: number, clients: Client[], until: number, history: Deed[]): Promise<void> {
  const client = (): Client => clients[Math.floor(Math.random() * clients.length)] as Client;
  /** The time is taken outside of what is asked, so that the deed happened in between. */
  const note = async (deed: () => Promise<Omit<Deed, "from" | "to"> | null>): Promise<void> => {
    const from = performance.now();
    const done = await deed();
    if (done) history.push({ from, to: performance.now(), ...done });
  };
  while (performance.now() < until) {
    let orderId = "";
    await note(async () => {
      const answer = await client().post("/rent", rentBody());
      if (answer.status !== 200) return null;
      orderId = (answer.body.data as { order_id: string }).order_id;
      return { kind: "hold", orderId: Number(orderId) };
    });
    if (Math.random() < 0.3) {
      const reason = `credit ${++credits}`;
      const app = apps[credits % 2] as TestApp;
      await note(async () => {
        const input = { accountId, mode: "live" as const, amountMinor: 45_000, reason, actor: "test" };
        return { kind: "credit", reason, spendable: (await credit(app, input)).spendableMinor };
      });
    }
    await note(async () => {
      const { balance } = (await client().get("/user")).body.data as { balance: number };
      return { kind: "read", spendable: minor(balance) };
    });
    if (orderId === "" || Math.random() < 0.3) continue;
    await note(async () => {
      const answer = await client().post("/cancel", { order_id: orderId });
      assert.equal(answer.status, 200, answer.text);
      const { balance } = answer.body.data as { balance: number };
      return { kind: "release", orderId: Number(orderId), spendable: minor(balance) };
    });
    await sleep(Math.random() * 3);
  }
}

/** The postings of a wallet have no gaps, and each stands on the one before it. */
function checkChain(postings: Posting[]): void {
  let spendable = 0;
  for (const [place, { seq, change, after }] of postings.entries()) {
    assert.equal(seq, place + 1, "no gap");
    spendable += change;
    assert.equal(after, spendable, `posting ${seq} stands on the one before it`);
    assert.ok(after >= 0, `posting ${seq} overdraws the wallet`);
  }
}

/**
 * Strict serializability of a wallet, whose order of commits is known from its postings: nothing that began after
 * something else had been answered comes before it, and whoever was told a balance was told one that was true at
 * some moment while they waited.
 */
function checkHistory(history: Deed[], postings: Posting[]): void {
  const placeOf = ({ kind, orderId, reason }: Deed): number =>
    postings.findIndex(
      (posting) =>
        posting.kind === kind &&
        (kind === "credit" ? posting.reason === reason : posting.orderId === orderId),
    );
  const changes = history
    .filter(({ kind }) => kind !== "read")
    .map((deed) => ({ ...deed, place: placeOf(deed) }));
  for (const { place, kind, orderId, spendable } of changes) {
    assert.ok(place >= 0, `${kind} of ${orderId} was answered and is not in the books`);
    if (spendable !== undefined)
      assert.equal(spendable, postings[place]?.after, `the balance told at ${kind}`);
  }
  const begun = changes.toSorted((a, b) => a.from - b.from);
  const answered = changes.toSorted((a, b) => a.to - b.to);
  let last = -1;
  let next = 0;
  for (const { from, place } of begun) {
    for (; (answered[next]?.to ?? Infinity) < from; next++)
      last = Math.max(last, answered[next]?.place ?? -1);
    assert.ok(place > last, "what was answered before comes before");
  }
  for (const { from, to, spendable } of history.filter(({ kind }) => kind === "read")) {
    const least = Math.max(-1, ...changes.filter((change) => change.to < from).map(({ place }) => place));
    const most = Math.min(
      postings.length,
      ...changes.filter((change) => change.from > to).map(({ place }) => place),
    );
    const possible = postings.slice(Math.max(0, least), most).map((posting) => posting.after);
    assert.ok(
      possible.includes(spendable ?? NaN),
      `${spendable} was the balance at no moment of the reading`,
    );
  }
}

test("credits, rents and cancels over several wallets from two servers are strictly serializable", async () => {
  const [app] = apps as [TestApp, TestApp];
  const until = performance.now() + seconds * 1000;
  let deeds = 0;
  const wallets = await Promise.all(
    Array.from({ length: walletCount }, async () => {
      const { accountId, liveKey } = await app.account(5 * 45_000);
      return { accountId, clients: apps.map((each) => clientFor(each, liveKey)), history: [] as Deed[] };
    }),
  );
  await Promise.all(
    wallets.flatMap(({ accountId, clients, history }) =>
      Array.from({ length: workersPerWallet }, () => workOn(accountId, clients, until, history)),
    ),
  );
  for (const { accountId, history } of wallets) {
    const postings = await app.db.rows<Posting>(
      `select p.seq, p.kind, p.order_id as "orderId", p.reason, p.spendable_after_minor as after,
         case when p.credit = 'spendable' then p.amount_minor when p.debit = 'spendable' then -p.amount_minor else 0 end as change
       from postings p join wallets w on w.id = p.wallet_id
       where w.account_id = $1 and w.mode = 'live' order by p.seq`,
      [accountId],
    );
    checkChain(postings);
    checkHistory(history, postings);
    deeds += history.length;
  }
  assert.ok(deeds > 200, `${deeds} deeds are too few to prove anything`);
  await assertBooks(app.db);
});
