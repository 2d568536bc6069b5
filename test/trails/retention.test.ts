import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { startTestApp } from "../helpers/app.ts";
import { perFile } from "../helpers/fixtures.ts";
import { assertBooks } from "../helpers/books.ts";
import { clientFor, rentBody } from "../helpers/client.ts";
import { addSource, stock } from "../helpers/stock.ts";

const daySeconds = 86_400;

const app = perFile(() => startTestApp());

/** The number of rows in the tables, and of texts and codes that still exist. */
async function counts(): Promise<unknown> {
  const [row] = await app.db.rows(
    `select (select count(*)::int from events) as events, (select count(*)::int from idempotency_keys) as keys,
       (select count(*)::int from messages) as messages,
       (select count(*)::int from messages where text_sealed is not null or code_sealed is not null) as texts,
       (select count(*)::int from orders where code_sealed is not null) as codes`,
  );
  return row;
}

test("texts and codes are erased, events and keys deleted when their time is over, however many; the books stay", async () => {
  await stock(app, 2);
  const source = await addSource(app);
  const client = clientFor(app, (await app.account(1_000_000)).liveKey);
  const rentAndReceive = async (key: string): Promise<void> => {
    const answer = await client.post("/rent", rentBody(), { "idempotency-key": key });
    const { order_id: id, number } = answer.body.data as { order_id: string; number: string };
    await source.send({ id: key, to: number, from: "WhatsApp", text: "Your WhatsApp code: 123-456" });
    assert.equal((await client.post("/finish", { order_id: id })).status, 200);
  };
  await rentAndReceive("old");
  // More than one batch of them.
  await app.db.rows(
    `insert into events (wallet_id, seq, type, created_at)
     select 1, 1000000 + n, 'wallet.low', $1 from generate_series(1, 12345) n`,
    [app.clock.now()],
  );
  app.clock.advance(3 * daySeconds);
  await rentAndReceive("new");
  assert.deepEqual(await counts(), { events: 12_349, keys: 2, messages: 2, texts: 2, codes: 2 });

  await cleanUp({
    ...app,
    messageRetentionDays: 2,
    eventRetentionDays: 2,
    evidenceRetentionDays: 90,
    caseRetentionDays: 2,
  });
  assert.deepEqual(await counts(), { events: 2, keys: 1, messages: 2, texts: 1, codes: 1 });
  await cleanUp({
    ...app,
    messageRetentionDays: 4,
    eventRetentionDays: 4,
    evidenceRetentionDays: 90,
    caseRetentionDays: 4,
  });
  assert.deepEqual(await counts(), { events: 2, keys: 1, messages: 2, texts: 1, codes: 1 });

  const { body } = await client.get("/orders");
  assert.deepEqual(
    (body.data as { sms_code: string | null }[]).map((order) => order.sms_code),
    ["123-456", null],
  );
  await assertBooks(app.db);
});
