import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { csvLine } from "../../src/kit/csv.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { listOrders, refusal, rent, send } from "../helpers/orders.ts";
import type { Rented } from "#api-answers/orders.ts";
import { until } from "../helpers/until.ts";

let app: TestApp;
let client: Client;
let rented: Rented[];
/** One order of each status, oldest first, an hour apart. */
const statuses = ["EXPIRED", "CANCELLED", "FINISHED", "RECEIVED", "PENDING"];
before(async () => {
  app = await startTestApp();
  client = clientFor(app, (await app.account()).testKey);
  rented = [];
  for (const [service, country] of [
    ["telegram", "US"],
    ["whatsapp", "GB"],
    ["whatsapp", "US"],
    ["whatsapp", "US"],
    ["signal", "NG"],
  ]) {
    if (rented.length > 0) app.clock.advance(3600);
    rented.push(await rent(client, { service, country }));
    const order = rented.at(-1) as Rented;
    const status = statuses[rented.length - 1];
    const body = { order_id: order.order_id };
    if (status === "CANCELLED") await client.post("/cancel", body);
    if (status === "FINISHED" || status === "RECEIVED") await send(client, order, "WhatsApp code 123-456");
    if (status === "FINISHED") await client.post("/finish", body);
    // Its window must not end within the next hour.
    if (status === "RECEIVED")
      await app.db.rows(`update orders set expires_at = expires_at + interval '1 day' where order_id = $1`, [
        Number(order.order_id),
      ]);
  }
  await until(
    () => listOrders(client),
    (orders) => orders.some((order) => order.status === "EXPIRED"),
  );
});
after(() => app.close());

const idsOf = async (query: Record<string, string>): Promise<number[]> =>
  (await listOrders(client, query)).map((order) => order.id);

test("all orders, newest first, with the documented fields and more", async () => {
  const answer = await client.get("/orders");
  const orders = await listOrders(client);
  assert.deepEqual(
    orders.map((order) => order.status),
    statuses.toReversed(),
  );
  assert.deepEqual(
    orders.map((order) => order.id),
    [5, 4, 3, 2, 1],
  );
  assert.deepEqual(
    orders.map((order) => order.order_id),
    rented.map((order) => order.order_id).toReversed(),
  );
  const [, received] = orders;
  assert.deepEqual(Object.keys(received ?? {}), [
    "id",
    "order_id",
    "service",
    "number",
    "status",
    "price",
    "country",
    "provider",
    "pool",
    "sms_code",
    "created_at",
    "expires_at",
    "duration",
  ]);
  assert.deepEqual([received?.sms_code, orders[0]?.sms_code], ["123-456", null]);
  assert.equal(answer.text.match(/"price":450\.00,/g)?.length, 5);
});

test("nobody else's", async () => {
  const stranger = clientFor(app, (await app.account()).testKey);
  assert.equal((await stranger.get("/orders")).text, '{"status":"success","data":[]}');
  await rent(stranger);
  assert.deepEqual(
    (await listOrders(stranger)).map((order) => order.id),
    [1],
    "counted within the account",
  );
  assert.deepEqual(await listOrders(stranger, { q: rented[0]?.number ?? "" }), []);
});

test("limit and before page through", async () => {
  assert.deepEqual(await idsOf({ limit: "2" }), [5, 4]);
  assert.deepEqual(await idsOf({ limit: "2", before: "4" }), [3, 2]);
  assert.deepEqual(await idsOf({ before: "2" }), [1]);
  assert.deepEqual(await idsOf({ before: "1" }), []);
  assert.deepEqual(await idsOf({ limit: "1000000" }), [5, 4, 3, 2, 1]);
  assert.deepEqual(await idsOf({ sort: "oldest" }), [1, 2, 3, 4, 5]);
  assert.deepEqual(await idsOf({ sort: "oldest", limit: "2", before: "2" }), [3, 4]);
  assert.deepEqual(await idsOf({ sort: "oldest", before: "5" }), []);
  assert.equal((await client.get("/orders", { sort: "price" })).status, 400);
});

test("filters by status, service, country, time, number and order_id, and together", async () => {
  assert.deepEqual(await idsOf({ status: "PENDING" }), [5]);
  assert.deepEqual(await idsOf({ status: "CANCELLED,EXPIRED" }), [2, 1]);
  assert.deepEqual(await idsOf({ service: "WA" }), [4, 3, 2]);
  assert.deepEqual(await idsOf({ country: "uk" }), [2]);
  assert.deepEqual(await idsOf({ service: "whatsapp", country: "US", status: "FINISHED" }), [3]);
  const [{ created_at: at } = { created_at: "" }] = await listOrders(client, { before: "4", limit: "1" });
  assert.deepEqual(await idsOf({ from: at }), [5, 4, 3]);
  assert.deepEqual(await idsOf({ to: at }), [2, 1]);
  assert.deepEqual(await idsOf({ from: at.replace("Z", "+00:00"), to: "9999-12-31" }), [5, 4, 3]);
  assert.deepEqual(await idsOf({ from: "2000-01-01", to: "2000-01-02" }), []);
  const [first] = rented as [Rented];
  for (const q of [first.order_id, first.number, `+${first.number}`, first.number.slice(3)]) {
    assert.deepEqual(await idsOf({ q }), [1], q);
  }
});

test("what cannot be meant is refused by name", async () => {
  const wrong: Record<string, string[]> = {
    limit: ["0", "-1", "1.5", "x", "1e999"],
    before: ["0", "-1", "x", "99999999999999999999"],
    status: ["pending", "LOST", "PENDING,", ""],
    from: ["yesterday", "2026-13-01", "2026-02-30", "2026-01-01T25:00:00Z", "2026-01-01 25:00:00", "1"],
    to: ["", "2026-01-01T00:00:00+99:00"],
    q: ["%", "a", "' or 1=1 --", "\u0000", ""],
    format: ["xml", "CSV", ""],
  };
  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      assert.deepEqual(
        refusal(await client.get("/orders", { [name]: value })),
        [400, "invalid_request", name],
        `${name}=${value}`,
      );
  assert.deepEqual(refusal(await client.get("/orders", { service: "nothing" })), [
    400,
    "unknown_service",
    "service",
  ]);
  assert.deepEqual(refusal(await client.get("/orders", { country: "ZZ" })), [
    400,
    "unknown_country",
    "country",
  ]);
});

test("csv: a header, a line an order, money with two decimals", async () => {
  const answer = await client.get("/orders", { format: "csv", status: "RECEIVED" });
  assert.match(answer.headers.get("content-type") ?? "", /^text\/csv/);
  assert.match(answer.headers.get("content-disposition") ?? "", /attachment; filename="orders\.csv"/);
  const [order] = await listOrders(client, { status: "RECEIVED" });
  assert.equal(
    answer.text,
    "id,order_id,service,number,status,price,country,provider,pool,sms_code,created_at,expires_at,duration\r\n" +
      `4,${order?.order_id},whatsapp,${order?.number},RECEIVED,450.00,US,global,3,123-456,${order?.created_at},${(order as unknown as { expires_at: string }).expires_at},generic\r\n`,
  );
});

test("csv: no cell is taken for a formula, or for more cells than one", () => {
  assert.equal(csvLine(["=1+1", "+1", "-1+1", "@x", "-1"]), "'=1+1,'+1,'-1+1,'@x,-1\r\n");
  assert.equal(csvLine(['a,"b"', "a\nb", null, 0]), '"a,""b""","a\nb",,0\r\n');
});
