import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, type Answer, type Client } from "../helpers/client.ts";
import { balanceOf, refusal, rent, send, sms } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { until } from "../helpers/until.ts";

let app: TestApp;
let client: Client;
before(async () => {
  app = await startTestApp({ MAX_OPEN_ORDERS: "1000" });
  client = clientFor(app, (await app.account()).testKey);
});
after(async () => {
  await assertBooks(app.db);
  await app.close();
});

const states = ["PENDING", "RECEIVED", "FINISHED", "CANCELLED", "EXPIRED"] as const;
type State = (typeof states)[number];

async function orderIn(state: State): Promise<Rented> {
  const order = await rent(client);
  const body = { order_id: order.order_id };
  if (state === "RECEIVED" || state === "FINISHED") await send(client, order, "Your code is 1234");
  if (state === "FINISHED") await client.post("/finish", body);
  if (state === "CANCELLED") await client.post("/cancel", body);
  if (state === "EXPIRED") {
    app.clock.advance(1201);
    await until(
      () => sms(client, order),
      ({ status }) => status === "EXPIRED",
    );
  }
  return order;
}

const end = (path: string, { order_id }: Rented): Promise<Answer> =>
  client.post(path, path === "/report" ? { order_id, reason: "already registered" } : { order_id });

/** The answer of each call in each state: the order's status, or the code of the refusal. */
const outcomes: Record<string, Record<State, string>> = {
  "/cancel": {
    PENDING: "CANCELLED",
    RECEIVED: "order_not_cancellable",
    FINISHED: "order_not_cancellable",
    CANCELLED: "order_not_cancellable",
    EXPIRED: "order_not_cancellable",
  },
  "/report": {
    PENDING: "CANCELLED",
    RECEIVED: "order_not_cancellable",
    FINISHED: "order_not_cancellable",
    CANCELLED: "order_not_cancellable",
    EXPIRED: "order_not_cancellable",
  },
  "/finish": {
    PENDING: "order_not_open",
    RECEIVED: "FINISHED",
    FINISHED: "FINISHED",
    CANCELLED: "order_not_open",
    EXPIRED: "order_not_open",
  },
  "/resend": {
    PENDING: "PENDING",
    RECEIVED: "RECEIVED",
    FINISHED: "order_not_open",
    CANCELLED: "order_not_open",
    EXPIRED: "order_not_open",
  },
};

for (const [path, byState] of Object.entries(outcomes)) {
  test(`${path} of an order in every state`, async () => {
    for (const state of states) {
      const order = await orderIn(state);
      const answer = await end(path, order);
      const outcome = byState[state];
      if (outcome === outcome.toLowerCase()) {
        assert.deepEqual([answer.status, answer.body.code], [409, outcome], `${path} when ${state}`);
        assert.equal(answer.body["order_status"], state);
      } else {
        assert.equal(answer.status, 200, `${path} when ${state}: ${answer.text}`);
        const { order_id: id, status } = answer.body.data as { order_id: string; status: string };
        assert.deepEqual([id, status], [order.order_id, outcome]);
      }
    }
  });
}

test("cancel gives the money back at once, and says so", async () => {
  const before = await balanceOf(client);
  const order = await rent(client);
  const answer = await end("/cancel", order);
  assert.match(answer.text, /"refund":450\.00,"balance":\d+\.\d\d/);
  assert.equal((answer.body.data as { balance: number }).balance, before.balance);
  assert.deepEqual(await balanceOf(client), before);
});

test("too early is told with the moment from which it is possible", async (t) => {
  const locked = await startTestApp({ CANCEL_LOCK_SECONDS: "120" }, app);
  t.after(() => locked.close());
  const patient = clientFor(locked, client.key);
  const order = await rent(patient);
  const early = await patient.post("/cancel", { order_id: order.order_id });
  assert.deepEqual(refusal(early), [409, "cancel_too_early"]);
  assert.equal(early.body["cancellable_at"], order.cancellable_at);
  assert.equal(
    (await patient.post("/report", { order_id: order.order_id, reason: "x" })).body.code,
    "cancel_too_early",
  );
  app.clock.advance(121);
  assert.equal((await patient.post("/cancel", { order_id: order.order_id })).status, 200);
});

test("report needs a reason, and keeps it", async () => {
  const order = await orderIn("PENDING");
  const { order_id } = order;
  for (const reason of [undefined, "", "x".repeat(501), "a\u0000b", 5, null, ["x"]]) {
    assert.deepEqual(refusal(await client.post("/report", { order_id, reason })), [
      400,
      "invalid_request",
      "reason",
    ]);
  }
  assert.equal((await client.post("/report", { order_id, reason: "ü".repeat(500) })).status, 200);
  const [row] = await app.db.rows<{ reason: string }>(
    `select report_reason as reason from orders where order_id = $1`,
    [Number(order_id)],
  );
  assert.equal(row?.reason, "ü".repeat(500));
});

test("a sandbox message: to a number of one's own, and what became of it", async () => {
  const order = await orderIn("PENDING");
  const post = (body: Record<string, unknown>): Promise<Answer> =>
    client.post("/sandbox/sms", { to: order.number, text: "Your code is 1234", ...body });
  assert.deepEqual((await post({ to: `+${order.number}` })).body.data, {
    to: order.number,
    receipt: "delivered",
  });
  await end("/finish", order);
  assert.deepEqual((await post({ from: "+15550100" })).body.data, { to: order.number, receipt: "late" });
  for (const [field, values] of Object.entries({
    to: ["", "abc", 9_999, 1e15, 5.5, "1".repeat(16)],
    text: ["", "x".repeat(2001), "\u0000", 1],
    from: ["", "x".repeat(51), "\u0000", 1],
  }))
    for (const value of values)
      assert.deepEqual(refusal(await post({ [field]: value })), [400, "invalid_request", field]);
  assert.deepEqual(refusal(await post({ to: "15550999999" })), [404, "number_not_found", "to"]);
  assert.equal((await post({ text: "\ud800 lone, ok \u{1f600}" })).status, 200);
});
