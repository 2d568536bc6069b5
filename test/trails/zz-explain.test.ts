import { after, before, test } from "node:test";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { addSource, stock } from "../helpers/stock.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { insertMessages } from "../../src/domain/messages/sql.ts";
let app: TestApp;
before(async () => { app = await startTestApp({MAX_OPEN_ORDERS:"100000"}); });
after(() => app.close());
test("explain", async () => {
  const source = await addSource(app);
  await stock(app, 300);
  const client = clientFor(app, (await app.account(50_000_000)).liveKey);
  const orders = [];
  for (let i = 0; i < 50; i++) orders.push((await client.post("/rent", rentBody())).body.data);
  await app.db.rows(`insert into messages (source_id, source_key, number, sender, order_id, state, reason, text_sealed, received_at, content) select 1, 'x'||n, '1555'||n, 'x', case when n%3=0 then null else n end, case when n%3=0 then 'unmatched' else 'delivered' end, 'x', '\\x00', now() - make_interval(secs=>200000-n), decode(md5(n::text),'hex') from generate_series(1,200000) n`);
  await app.db.rows("analyze");
  const rows = orders.map((o: any, i) => ({ sourceId: 2, sourceKey: "k"+i, number: o.number, sender: "x", orderId: Number(o.order_id), state: "delivered", reason: null, service: "whatsapp", textSealed: Buffer.from("x"), codeSealed: null, content: Buffer.alloc(16, i), sentAt: null, partCount: null, partTotal: null, isNameless: i % 2 === 0, orders: [{ orderId: Number(o.order_id), resendAt: null }] }));
  await app.db.transaction(async (tx) => {
    for (let k = 0; k < 3; k++) {
      const wrapped = { ...tx, rows: async (text: string, values: unknown[]) => { const r = await tx.rows<any>("explain (analyze, buffers, costs off) " + text, values); if (k === 2) console.log(r.map((x: any) => x["QUERY PLAN"]).join("\n")); return []; } };
      await insertMessages(wrapped as never, rows.map((r) => ({...r, sourceKey: r.sourceKey + k, content: Buffer.from(r.content).fill(k + 100, 0, 3)})) as never, { at: app.clock.now(), sameSmsSeconds: 60, repeatHours: 24 });
    }
  });
});
