import { createCipheriv, randomBytes } from "node:crypto";
import type { Queryable, Tx } from "../../src/kit/db.ts";
import { createPermutation } from "../../src/kit/ids.ts";
import type { Bench } from "./bench.ts";
import { messageFor, openOrders, type OpenOrder } from "./orders.ts";
import { generic } from "./senders.ts";
import { encryptionKey } from "./server.ts";
import { apiRequest, type Zapotp } from "./zapotp.ts";

/** Real orders, created through the API, which the rest are copies of. */
const sampleCount = 1000;
/** Shares of the outcomes; the rest are cancelled. */
const receivedShare = 0.7;
const chunkSize = 100_000;
const days = 90;
/** As in the default settings: older texts and events are erased. */
const textDays = 30;
const eventDays = 7;
const numberCount = 50_000;
const connections = 32;
const tables = ["orders", "messages", "postings", "events"] as const;

/**
 * Gives the accounts a history: orders that ended over the last 90 days, with their messages, postings, events and
 * numbers in the state that they would have by now. A thousand real ones are created through the API; the rest are
 * copies with other ids, numbers and times, inserted without the secondary indexes, which are recreated afterwards;
 * otherwise it would take far too long. Open orders of the accounts would be copied too, so there must be none.
 */
export async function addHistory(bench: Bench, zapotp: Zapotp, count: number): Promise<void> {
  const { db } = zapotp;
  const samples = await makeSamples(bench, zapotp);
  await zapotp.stock(numberCount);
  // The job that counts outcomes skips locked tables, and old orders that were counted long ago.
  await countedUntil(db, Date.now() + 86_400_000);
  await db.transaction(async (tx) => {
    await tx.rows(`set local session_replication_role = replica`); // The copies' references are valid.
    await tx.rows(`set local synchronous_commit = off`);
    await tx.rows(`set local statement_timeout = 0`);
    await tx.rows(`set local maintenance_work_mem = '1GB'`);
    await takeSamples(tx, samples);
    const indexes = await dropIndexes(tx);
    for (let done = 0; done < count; done += chunkSize)
      await copySamples(tx, done, Math.min(chunkSize, count - done), count);
    for (const definition of indexes) await tx.rows(definition);
    await settleWallets(tx, Math.ceil(count / sampleCount));
    await useNumbers(tx);
  });
  await countedUntil(db, Date.now());
  await db.rows(`vacuum analyze`);
}

async function countedUntil(db: Queryable, milliseconds: number): Promise<void> {
  await db.rows(
    `insert into installation (name, value) values ('outcomes counted until', $1)
     on conflict (name) do update set value = excluded.value`,
    [new Date(milliseconds).toISOString()],
  );
}

/** Rents, delivers messages for most orders, then finishes those and cancels the others. */
async function makeSamples(bench: Bench, zapotp: Zapotp): Promise<number[]> {
  const path = await zapotp.addSource(generic);
  const orders = await openOrders(bench, zapotp, sampleCount);
  const received = orders.slice(0, sampleCount * receivedShare);
  const end =
    (name: string) =>
    ({ orderId, key }: OpenOrder): string =>
      apiRequest("POST", `/${name}`, key, { order_id: String(orderId) });
  const send = (requests: string[]): Promise<unknown> =>
    bench.load.drive({ ports: [zapotp.port], connections, requests, order: "once", seconds: 600 });
  await send(received.map((order) => generic.request(path, messageFor(order))));
  await send(received.map(end("finish")));
  await send(orders.slice(received.length).map(end("cancel")));
  await sealForAnyPlace(zapotp, orders);
  return orders.map(({ orderId }) => orderId);
}

/**
 * Copies have other ids than their samples, so their texts are sealed in the old format: bound to no place
 * (kit/seal.ts).
 */
async function sealForAnyPlace({ db }: Zapotp, orders: OpenOrder[]): Promise<void> {
  const ids = orders.map(({ orderId }) => orderId);
  const code = sealUnbound("314159");
  const text = sealUnbound("Your WhatsApp code is 314159. Do not share it with anybody.");
  await db.rows(
    `update orders set code_sealed = $2 where order_id = any($1::int[]) and code_sealed is not null`,
    [ids, code],
  );
  await db.rows(
    `update messages set text_sealed = $2, code_sealed = case when code_sealed is not null then $3::bytea end
     where order_id = any($1::int[])`,
    [ids, text, code],
  );
}

function sealUnbound(text: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(encryptionKey, "hex"), iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Records what is copied, and the ids that copies may use. */
async function takeSamples(tx: Tx, samples: number[]): Promise<void> {
  await tx.rows(
    `create temp table samples on commit drop as
     select row_number() over () - 1 as place, order_id from unnest($1::int[]) as s (order_id)`,
    [samples],
  );
  for (const table of tables)
    await tx.rows(
      `create temp table sample_${table} on commit drop as
       select s.place, t.* from ${table} t join samples s using (order_id)`,
    );
  await tx.rows(
    `create temp table history_numbers on commit drop as
     select row_number() over (order by id desc) - 1 as place, id, number from numbers order by id desc limit ${numberCount}`,
  );
  await tx.rows(`create index on history_numbers (place)`);
  await tx.rows(
    `create temp table steps on commit drop as
     select max(order_seq) as orders, max(posting_seq) as postings, max(event_seq) as events,
       (select coalesce(max(id), 0) from messages) as messages from wallets`,
  );
}

/** Drops the indexes that no constraint needs; returns the statements to recreate them. */
async function dropIndexes(tx: Tx): Promise<string[]> {
  const indexes = await tx.rows<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of indexes) await tx.rows(`drop index ${name}`);
  return indexes.map(({ definition }) => definition);
}

/** Copies the orders [first, first + count) of `total`, the oldest first. */
async function copySamples(tx: Tx, first: number, count: number, total: number): Promise<void> {
  const ids = await nextOrderIds(tx, count);
  await tx.rows(
    `create temp table copies on commit drop as
     select order_id, n, n % ${sampleCount} as place, 1 + n / ${sampleCount} as step,
       (1 - (n + random()) / $2::float) * interval '${days} days' + interval '1 hour' as age
     from (select order_id, $3::bigint + ord - 1 as n from unnest($1::int[]) with ordinality as i (order_id, ord)) i`,
    [ids, total, first],
  );
  const numbers = `join history_numbers h on h.place = c.n * 7919 % ${numberCount}`;
  const ifKept = (column: string): string =>
    `case when c.age < interval '${textDays} days' then t.${column} end`;
  const messageId = "k.messages + 1 + c.n";
  await copy(tx, "orders", numbers, {
    order_id: "c.order_id",
    seq: "t.seq + c.step * k.orders",
    number_id: "h.id",
    number: "h.number",
    code_sealed: ifKept("code_sealed"),
  });
  await copy(tx, "messages", numbers, {
    id: messageId,
    order_id: "c.order_id",
    number: "h.number",
    source_key: "t.source_key || '-' || c.step",
    text_sealed: ifKept("text_sealed"),
    code_sealed: ifKept("code_sealed"),
  });
  await copy(tx, "postings", "", { order_id: "c.order_id", seq: "t.seq + c.step * k.postings" });
  const events = { order_id: "c.order_id", seq: "t.seq + c.step * k.events", message_id: messageId };
  await copy(tx, "events", `and c.age < interval '${eventDays} days'`, events);
  await tx.rows(`drop table copies`);
}

/** Real ids, as `/rent` would have assigned them, so that the index has its real shape. */
async function nextOrderIds(tx: Tx, count: number): Promise<number[]> {
  const [row] = await tx.rows<{ key: string; first: number }>(
    `select (select value from installation where name = 'order id key') as key, nextval('order_numbers') as first`,
  );
  const { key, first } = row as { key: string; first: number };
  await tx.rows(`select setval('order_numbers', $1)`, [first + count]);
  const orderIdOf = createPermutation(key);
  return Array.from({ length: count }, (_, place) => orderIdOf(first + place));
}

/** Every column as in the sample, but with times shifted back by the copy's age, and with the columns named here. */
async function copy(tx: Tx, table: string, more: string, values: Record<string, string>): Promise<void> {
  const columns = await tx.rows<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const valueOf = ({ name, type }: { name: string; type: string }): string =>
    values[name] ?? (type.startsWith("timestamp") ? `t.${name} - c.age` : `t.${name}`);
  await tx.rows(
    `insert into ${table} (${columns.map(({ name }) => name).join(", ")}) overriding system value
     select ${columns.map(valueOf).join(", ")}
     from copies c cross join steps k join sample_${table} t on t.place = c.place ${more}`,
  );
}

/** Counters continue after the copies; the copies' money moved as their samples' did. */
async function settleWallets(tx: Tx, steps: number): Promise<void> {
  const moved = (ledger: string): string =>
    `${ledger}_minor = ${ledger}_minor + $1 * coalesce((
       select sum(case when credit = '${ledger}' then amount_minor when debit = '${ledger}' then -amount_minor else 0 end)
       from sample_postings p where p.wallet_id = w.id), 0)::bigint`;
  await tx.rows(
    `update wallets w set order_seq = (1 + $1) * k.orders, posting_seq = (1 + $1) * k.postings,
       event_seq = (1 + $1) * k.events, ${["spendable", "held", "revenue", "funding"].map(moved).join(", ")}
     from steps k where w.id in (select wallet_id from sample_orders)`,
    [steps],
  );
  await tx.rows(`select setval(pg_get_serial_sequence('messages', 'id'), (select max(id) from messages))`);
}

/** Every number has served every rented service, for some account, and its rest is over. */
async function useNumbers(tx: Tx): Promise<void> {
  await tx.rows(
    `insert into number_uses (number, family_id, rests_until, account_id, used_at)
     select h.number, s.family_id, '-infinity', (select min(account_id) from wallets), now() - interval '181 days' - random() * interval '60 days'
     from history_numbers h
     cross join (select distinct family_id from services where id in (select service_id from sample_orders)) s
     on conflict do nothing`,
  );
}
