import assert from "node:assert/strict";
import { test } from "node:test";
import { startTestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { addTestMember, goodPassword, newestLink, openBrowser, type Browser } from "../helpers/browser.ts";
import { clientFor } from "../helpers/client.ts";
import { payIn } from "../helpers/credit.ts";
import { perFile } from "../helpers/fixtures.ts";
import { rent, send } from "../helpers/orders.ts";
import { addSource, stock } from "../helpers/stock.ts";
import type { Customer, CreatedCustomer, CustomerTotals } from "#answers/operator/customers.ts";
import type { OperatorOrder, OrderTotals } from "#answers/operator/orders.ts";
import type { AuditEntry, Letter } from "#answers/operator/system.ts";
import type { StatementLine, StatementTotals } from "#answers/wallet.ts";

// What an operator does from the screens, and how their lists are filtered, sorted and counted.

const app = perFile(() => startTestApp());
let operator: Browser | undefined;

async function ask<T>(path: string): Promise<T> {
  operator ??= await (await addTestMember(app, 0, "operator")).signIn();
  const reply = await operator.get(path);
  assert.equal(reply.status, 200, reply.text);
  return reply.body.data as T;
}

async function tell<T>(path: string, body: object = {}): Promise<T> {
  operator ??= await (await addTestMember(app, 0, "operator")).signIn();
  const reply = await operator.post(path, body);
  assert.equal(reply.status, 200, reply.text);
  return reply.body.data as T;
}

let created: CreatedCustomer;

test("an operator creates a customer, who chooses another password first; the letter waits until its link is used", async () => {
  const before = await ask<{ customer: boolean }>("operator/first-steps");
  assert.equal(before.customer, false);
  const body = { username: "Zoe", email: "zoe@example.com" };
  created = await tell<CreatedCustomer>("operator/customers", body);
  assert.equal((await operator!.post("operator/customers", body)).body.code, "username_taken");
  assert.equal((await operator!.post("operator/customers", { ...body, email: "x" })).body.field, "email");
  assert.equal((await ask<{ customer: boolean }>("operator/first-steps")).customer, true);

  const owner = openBrowser(app);
  const signIn = await owner.post("sign-in", { username: "Zoe", password: created.password });
  assert.equal(signIn.status, 200, signIn.text);
  assert.equal((await owner.get("keys")).body.code, "password_change_required");
  const change = { current: created.password, password: goodPassword };
  assert.equal((await owner.post("password/change", change)).status, 200);
  assert.deepEqual((await owner.get("first-steps")).body.data, {
    key: false,
    sandbox_code: false,
    live_code: false,
  });

  const stateOf = async (to: string): Promise<string[]> =>
    (await ask<Letter[]>(`operator/outbox?q=${to}`)).map(({ state }) => state);
  const waiting = async (): Promise<number> => (await ask<{ letters: number }>("operator/overview")).letters;
  assert.deepEqual(await stateOf("zoe@example.com"), [], "a link would have ended with the password");
  await owner.post("email/resend");
  const [letter] = await ask<Letter[]>("operator/outbox?state=waiting&q=zoe@example.com");
  assert.match(letter?.text ?? "", /confirm#token=/);
  const open = await waiting();
  await owner.post("email/resend");
  assert.deepEqual(await stateOf("zoe@example.com"), ["waiting", "void"], "replaced by the second");
  assert.equal(await waiting(), open, "only one of them waits");
  const token = await newestLink(app, "zoe@example.com");
  assert.equal((await owner.post("email/confirm", { token })).status, 200);
  assert.ok(!(await stateOf("zoe@example.com")).includes("waiting"), "the link was used");
  assert.equal(await waiting(), open - 1);

  await owner.post("password/forgot", { email: "zoe@example.com" });
  const [reset] = await ask<Letter[]>("operator/outbox?state=waiting&q=zoe@example.com");
  app.clock.advance(3601);
  assert.equal((await stateOf("zoe@example.com"))[0], "void", "the link has expired");
  await tell(`operator/outbox/${reset?.id}/dismiss`);
  const [dismissed] = await ask<Letter[]>("operator/outbox?state=dismissed");
  assert.deepEqual([dismissed?.id, dismissed?.text], [reset?.id, null], "its text is erased");
  const again = await operator!.post(`operator/outbox/${reset?.id}/dismiss`);
  assert.deepEqual([again.status, again.body.code], [404, "letter_not_found"]);
  assert.deepEqual(await ask("operator/outbox/totals?state=dismissed"), { count: 1, more: false });
});

test("a charged order is refunded once; the statement says so, in full, by time and as a file", async () => {
  await stock(app, 3);
  const { accountId, liveKey } = await app.account();
  await payIn(app, accountId, 100_000);
  const client = clientFor(app, liveKey);
  const order = await rent(client);
  const refund = () => operator!.post(`operator/orders/${order.order_id}/refund`, { reason: "bad number" });
  assert.equal((await refund()).body.code, "nothing_to_refund", "it is only held");
  const source = await addSource(app);
  await source.send({ to: order.number, from: "WhatsApp", text: "WhatsApp code 123-456", id: "1" });
  const shown = await ask<{ order: { refundable: number } }>(`operator/orders/${order.order_id}`);
  assert.equal(shown.order.refundable, 450);
  const both = await Promise.all([refund(), refund()]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409]);
  assert.equal((await operator!.post("operator/orders/1/refund", { reason: "x" })).status, 404);

  const path = `operator/customers/${accountId}/statement`;
  const lines = await ask<StatementLine[]>(`${path}?mode=live`);
  assert.deepEqual(
    lines.map(({ kind }) => kind),
    ["refund", "capture", "hold", "credit"],
  );
  assert.deepEqual([lines[0]?.in, lines[0]?.reason, lines[0]?.balance_after], [450, "bad number", 1000]);
  const upwards = await ask<StatementLine[]>(`${path}?mode=live&sort=oldest&limit=3`);
  assert.deepEqual(
    upwards.map(({ seq }) => seq),
    [1, 2, 3],
  );
  const rest = await ask<StatementLine[]>(`${path}?mode=live&sort=oldest&before=3`);
  assert.deepEqual(
    rest.map(({ seq }) => seq),
    [4],
  );
  const totals = await ask<StatementTotals>(`${path}/totals?mode=live`);
  assert.deepEqual(totals, { count: 4, in: 1450, out: 450 });
  const later = new Date(app.clock.now().getTime() + 1000).toISOString();
  assert.deepEqual(await ask(`${path}/totals?mode=live&from=${later}`), { count: 0, in: 0, out: 0 });
  assert.equal((await ask<StatementLine[]>(`${path}?mode=live&to=${later}&kind=refund`)).length, 1);
  const file = await operator!.get(`${path}?mode=live&format=csv`);
  assert.equal(file.text.trim().split("\r\n").length, 5);
  assert.equal((await operator!.get("operator/customers/999999/statement?mode=live")).status, 404);
  await assertBooks(app.db);
});

test("lists are filtered, sorted and counted by the server; sandbox orders are a list of their own", async () => {
  const { testKey, username } = await app.account();
  const client = clientFor(app, testKey);
  const sandbox = await rent(client);
  await send(client, sandbox, "WhatsApp code 123-456");
  const ids = async (query: string): Promise<string[]> =>
    (await ask<OperatorOrder[]>(`operator/orders?${query}`)).map(({ order_id: id }) => id);
  const [live, both] = [await ids("mode=live"), await ids("")];
  assert.ok(!live.includes(sandbox.order_id));
  assert.deepEqual(await ids("mode=test"), [sandbox.order_id]);
  assert.deepEqual(await ids("sort=oldest"), both.toReversed());
  const [first] = await ask<OperatorOrder[]>("operator/orders?sort=oldest&limit=1");
  const next = encodeURIComponent(first?.cursor ?? "");
  assert.deepEqual(await ids(`sort=oldest&before=${next}`), both.toReversed().slice(1));
  const totals = await ask<OrderTotals>("operator/orders/totals?mode=test");
  assert.deepEqual(totals, { count: 1, more: false, delivered: 1, charged: 450 });
  const [row] = await ask<OperatorOrder[]>("operator/orders?mode=test");
  assert.deepEqual([row?.service, row?.service_name], ["whatsapp", "WhatsApp"]);

  const names = async (query: string): Promise<string[]> =>
    (await ask<Customer[]>(`operator/customers?${query}`)).map((one) => one.username);
  const sorted = await names("sort=name");
  assert.deepEqual(
    sorted,
    sorted.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
  );
  const pageByPage = async (sort: string): Promise<Customer[]> => {
    const pages = [];
    for (let before = ""; ;) {
      const page = await ask<Customer[]>(`operator/customers?sort=${sort}&limit=1${before}`);
      if (page.length === 0) return pages;
      pages.push(...page);
      before = `&before=${page[0]?.id}`;
    }
  };
  assert.deepEqual(
    (await pageByPage("name")).map((one) => one.username),
    sorted,
    "page by page, each once",
  );
  const rich = await pageByPage("balance");
  assert.deepEqual(
    rich.map(({ balance }) => balance),
    rich.map(({ balance }) => balance).toSorted((a, b) => b - a),
  );
  assert.deepEqual(rich.map((one) => one.username).toSorted(), sorted.toSorted(), "also those with as much");
  assert.deepEqual(await names("sort=oldest"), (await names("")).toReversed());
  await tell(`operator/customers/${created.id}/suspend`, { reason: "test" });
  assert.deepEqual(await names("state=suspended"), ["Zoe"]);
  assert.ok(!(await names("state=active")).includes("Zoe"));
  const sums = await ask<CustomerTotals>("operator/customers/totals");
  assert.deepEqual([sums.count, sums.balance], [sorted.length, 1000]);
  assert.ok(sorted.includes(username));

  const numbers = async (query: string): Promise<string[]> =>
    (await ask<{ number: string }[]>(`operator/numbers?${query}`)).map(({ number }) => number);
  const inOrder = await numbers("sort=number");
  assert.deepEqual(inOrder, inOrder.toSorted());
  assert.deepEqual(await numbers("sort=oldest"), (await numbers("")).toReversed());
  assert.equal((await ask<{ count: number }>("operator/numbers/totals")).count, inOrder.length);
  assert.deepEqual(await ask("operator/messages/totals?state=all"), { count: 2, more: false });
  const future = new Date(app.clock.now().getTime() + 1000).toISOString();
  assert.deepEqual(await ask(`operator/messages?state=all&from=${future}`), []);
  assert.deepEqual(await numbers(`from=${future}`), []);
  assert.deepEqual(await numbers(`to=${future}`), await numbers(""));
  const audit = await ask<AuditEntry[]>("operator/audit?action=account.suspend");
  assert.deepEqual(
    audit.map(({ subject, subject_name: name }) => [subject, name]),
    [[`account ${created.id}`, "Zoe"]],
  );
  const upwards = await ask<AuditEntry[]>("operator/audit?sort=oldest&limit=2");
  assert.ok((upwards[0]?.id ?? 0) < (upwards[1]?.id ?? 0));
  const { count } = await ask<{ count: number }>("operator/audit/totals");
  assert.ok(count > 5);
  for (const path of ["orders", "customers", "numbers", "messages", "audit", "outbox"])
    assert.equal((await operator!.get(`operator/${path}?sort=price`)).status, 400, path);
});
