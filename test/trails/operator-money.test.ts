import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createFirstOperator } from "../../src/domain/members/create-operator.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { addTestMember, goodPassword, openBrowser, type Browser, type Reply } from "../helpers/browser.ts";
import type { CustomerDetails } from "#answers/operator/customers.ts";

// Money that an operator moves: once, with a reference, and confirmed if it is a large amount; and an operator's
// first password.

let app: TestApp;
let operator: Browser;
let first: { username: string; password: string };
before(async () => {
  app = await startTestApp({ LARGE_AMOUNT: "10000.00" });
  first = (await createFirstOperator(app)) as typeof first;
  operator = await (await addTestMember(app, 0, "operator")).signIn();
});
after(async () => {
  await assertBooks(app.db);
  await app.close();
});

let payments = 0;
const newReference = (): string => `Transfer ${++payments}`;

/** A customer who gets money. */
async function customer(): Promise<{
  id: number;
  book: (body: object, key?: string) => Promise<Reply>;
  balance: () => Promise<number>;
}> {
  const { accountId: id } = await app.account();
  const path = `operator/customers/${id}`;
  const book = (body: object, key?: string): Promise<Reply> =>
    operator.post(
      `${path}/credit`,
      { mode: "live", reason: "top-up", ...body },
      key === undefined ? {} : { headers: { "idempotency-key": key } },
    );
  const balance = async (): Promise<number> => {
    const { wallets } = (await operator.get(path)).body.data as {
      wallets: { mode: string; balance: number }[];
    };
    return wallets.find(({ mode }) => mode === "live")?.balance ?? NaN;
  };
  return { id, book, balance };
}

test("a payment is booked once: by its reference, whoever's it is said to be and however it is written", async () => {
  const [one, other] = [await customer(), await customer()];
  const reference = newReference();
  assert.equal((await one.book({ amount: 50, reference })).status, 200);
  const again = [reference, `  ${reference.toUpperCase()} `, reference.replace(" ", "   ")];
  for (const { book } of [one, other])
    for (const written of again) {
      const refused = await book({ amount: 50, reference: written });
      assert.deepEqual(
        [refused.status, refused.body.code, refused.body.field],
        [409, "reference_used", "reference"],
      );
    }
  assert.deepEqual([await one.balance(), await other.balance()], [50, 0]);
  for (const missing of [{}, { reference: "" }, { reference: "  " }]) {
    const refused = await one.book({ amount: 50, ...missing });
    assert.deepEqual([refused.status, refused.body.field], [400, "reference"]);
  }
  assert.equal((await one.book({ mode: "test", amount: 50 })).status, 200, "play money needs none");

  const racing = newReference();
  const atOnce = await Promise.all(
    [one, other, one, other].map(({ book }) => book({ amount: 5, reference: racing })),
  );
  assert.deepEqual(atOnce.map(({ status }) => status).toSorted(), [200, 409, 409, 409]);
});

test("a repeat with the same Idempotency-Key answers as the first and books nothing; with other input it is refused", async () => {
  const { book, balance } = await customer();
  const body = { amount: 70, reference: newReference() };
  const answers = await Promise.all([1, 2, 3].map(() => book(body, "form-1")));
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  assert.equal(answers[0]?.status, 200, answers[0]?.text);
  const other = await book({ ...body, amount: 71 }, "form-1");
  assert.deepEqual([other.status, other.body.code], [409, "idempotency_conflict"]);
  assert.equal(await balance(), 70);
  const refused = await book({ amount: -80 }, "form-2");
  assert.equal(refused.body.code, "balance_below_zero");
  assert.equal((await book({ amount: -70 }, "form-2")).status, 200, "a refusal leaves the key unused");
  assert.equal(
    (await book({ amount: 1, reference: newReference() }, "no blanks")).body.field,
    "Idempotency-Key",
  );
});

test("a customer's own key is another one", async () => {
  const { accountId, liveKey } = await app.account(100_000);
  const headers = { authorization: `Bearer ${liveKey}`, "idempotency-key": "mine" };
  const rent = await openBrowser(app).post("//account/api/v1/cancel", { order_id: "1" }, { headers });
  assert.equal(rent.body.code, "order_not_found");
  const body = { mode: "live", amount: 1, reason: "x", reference: newReference() };
  const path = `operator/customers/${accountId}/credit`;
  const booked = await operator.post(path, body, { headers: { "idempotency-key": "mine" } });
  assert.equal(booked.status, 200, booked.text);
});

test("what would be owed is refused unless it is named", async () => {
  const { book, balance } = await customer();
  await book({ amount: 100, reference: newReference() });
  const cases: [number, object, number, string | undefined][] = [
    [-100.01, {}, 409, "balance_below_zero"],
    [-9999.99, {}, 409, "balance_below_zero"],
    [-100, {}, 200, undefined],
    [-0.01, {}, 409, "balance_below_zero"],
    [-0.01, { may_owe: false }, 409, "balance_below_zero"],
    [-0.01, { may_owe: true }, 200, undefined],
  ];
  for (const [amount, more, status, code] of cases) {
    const reply = await book({ amount, ...more });
    assert.deepEqual([reply.status, reply.body.code], [status, code], `${amount} ${JSON.stringify(more)}`);
  }
  assert.equal(await balance(), -0.01);
  await book({ amount: 1, reference: newReference() });
});

test("a large amount is given twice, in and out", async () => {
  const { book, balance } = await customer();
  const cases: [number, object, number][] = [
    [9999.99, {}, 200],
    [10_000, {}, 409],
    [10_000, { confirm_amount: 1000 }, 409],
    [10_000, { confirm_amount: "10000.00" }, 200],
    [-10_000, {}, 409],
    [-10_000, { confirm_amount: 10_000 }, 409],
    [-10_000, { confirm_amount: -10_000 }, 200],
    [-99_999_999_999, {}, 409],
    [-99_999_999_999, { confirm_amount: -99_999_999_999 }, 409],
  ];
  for (const [amount, more, status] of cases) {
    const reply = await book({ amount, reference: newReference(), ...more });
    assert.equal(reply.status, status, `${amount} ${JSON.stringify(more)}: ${reply.text}`);
    if (status === 409 && amount > -99_999_999_999)
      assert.deepEqual([reply.body.code, reply.body.field], ["amount_not_confirmed", "confirm_amount"]);
  }
  assert.equal(await balance(), 9999.99);
});

const lookAt = async (id: number): Promise<CustomerDetails> =>
  (await operator.get(`operator/customers/${id}`)).body.data;

test("an account closes with money only by a decision: it is given up, or paid out and stays in the books until then", async () => {
  const leaving = async (amount: number) => {
    const { id, book } = await customer();
    if (amount !== 0) await book({ amount, may_owe: true, reference: newReference() });
    const owner = await (await addTestMember(app, id, "owner")).signIn();
    const close = (more: object = {}): Promise<Reply> =>
      owner.call("DELETE", "account", { password: goodPassword, ...more });
    return { id, book, close };
  };
  const empty = await leaving(0);
  assert.equal((await empty.close()).status, 200, "play money needs no decision");

  const owing = await leaving(-5);
  const owed = await owing.close({ balance: "give_up" });
  assert.deepEqual([owed.status, owed.body.code], [409, "balance_owed"]);
  await owing.book({ amount: 5, reference: newReference() });

  const given = await leaving(20);
  const undecided = await given.close();
  assert.deepEqual(
    [undecided.status, undecided.body.code, undecided.body.field],
    [409, "balance_left", "balance"],
  );
  assert.equal((await given.close({ balance: "keep" })).status, 400);
  assert.equal((await given.close({ balance: "give_up" })).status, 200);
  const left = await lookAt(given.id);
  const live = left.wallets.find(({ mode }) => mode === "live");
  assert.deepEqual([live?.balance, live?.revenue, left.account.awaits_pay_out], [0, 20, false]);

  const paid = await leaving(30);
  assert.equal((await paid.close({ balance: "pay_out" })).body.field, "pay_out_to");
  const to = "Bank 0123, A. Person";
  assert.equal((await paid.close({ balance: "pay_out", pay_out_to: to })).status, 200);
  const waiting = await lookAt(paid.id);
  assert.deepEqual([waiting.account.awaits_pay_out, waiting.wallets[0]?.balance], [true, 30]);
  assert.ok(!JSON.stringify(waiting).includes("0123"), "shown on demand alone");
  const shown = await operator.post(`operator/customers/${paid.id}/pay-out`);
  assert.equal((shown.body.data as { to: string }).to, to);
  const seen = await app.db.rows(`select 1 from audit_log where action = 'account.reveal-pay-out'`);
  assert.equal(seen.length, 1);
  assert.equal((await paid.book({ amount: 1, reference: newReference() })).body.code, "account_closed");
  assert.equal((await paid.book({ amount: -30, reference: newReference() })).status, 200);
  assert.equal((await lookAt(paid.id)).account.awaits_pay_out, false);
  assert.equal((await operator.post(`operator/customers/${given.id}/pay-out`)).status, 404);
});

test("the first password is good for one thing: to be changed", async () => {
  const browser = openBrowser(app);
  const entered = await browser.post("sign-in", first);
  assert.equal((entered.body.data as { must_change_password: boolean }).must_change_password, true);
  for (const { method, url, who } of app.app.dashboardRoutes) {
    const path = url.replace("/dashboard/api/", "").replace(/:[a-z_]+/g, "1");
    if (who === "anyone" || ["GET me", "POST password/change"].includes(`${method} ${path}`)) continue;
    if (who !== "member" && !who.includes("operator")) continue;
    const refused = await browser.call(
      method,
      path,
      method === "GET" || method === "DELETE" ? undefined : {},
    );
    assert.deepEqual(
      [refused.status, refused.body.code],
      [403, "password_change_required"],
      `${method} ${path}`,
    );
  }
  const change = (password: string) => browser.post("password/change", { current: first.password, password });
  assert.equal((await change(first.password)).body.code, "password_weak", "the same is no other");
  assert.equal((await change(goodPassword)).status, 200);
  assert.equal((await browser.get("operator/customers")).status, 200);
  const again = await openBrowser(app).post("sign-in", { ...first, password: goodPassword });
  assert.equal((again.body.data as { must_change_password: boolean }).must_change_password, false);
});
