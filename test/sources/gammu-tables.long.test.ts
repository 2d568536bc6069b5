import assert from "node:assert/strict";
import pg from "pg";
import { after, before, test } from "node:test";
import type { Mark } from "../../src/domain/sources/marks/mark.ts";
import { startTestApp, type TestApp } from "../helpers/app.ts";
import { clientFor, type Client } from "../helpers/client.ts";
import { rent, sms as smsOf } from "../helpers/orders.ts";
import { createTestDatabase, withoutTables, type TestDatabase } from "../helpers/postgres.ts";
import { openSource, type Source } from "../helpers/source.ts";
import { stock } from "../helpers/stock.ts";
import { createInbox, writeEntry, type InboxEntry } from "./smsd-tables.ts";
import { until } from "../helpers/until.ts";

// gammu-smsd's table, as it writes it (real/gammu-tables.long.test.ts has the daemon itself). The server reads it as it
// does for an operator: by the process that holds the source.

let app: TestApp;
let renter: Client;
let smsd: TestDatabase;
let pool: pg.Pool;
let source: Source;

before(async () => {
  app = await startTestApp({ LOG_LEVEL: "silent" });
  await stock(app, 60);
  renter = clientFor(app, (await app.account(100_000_000)).liveKey);
  smsd = await createTestDatabase(withoutTables);
  pool = new pg.Pool({ connectionString: smsd.connectionString, max: 2 });
  await pool.query(createInbox);
  await write({ text: "WhatsApp code 100-000", to: "+2348030000001" }); // Before the source.
  source = await openSource(app, "gammu-tables", {
    secrets: [smsd.connectionString],
    settings: { lines: { modem2: "+2348030000002" } },
  });
  await until(marks, ({ length }) => length === 1);
});
after(async () => {
  await app.close();
  await pool.end();
  await smsd.drop();
});

const marks = (): Promise<Mark[]> =>
  app.db.rows<Mark>(
    `select done_up_to::int as "doneUpTo", done::int[] as done from source_marks where source_id = $1`,
    [source.id],
  );

/** Waits until these rows are done. */
const isRead = (...ids: number[]): Promise<unknown> =>
  until(marks, ([mark]) => ids.every((id) => mark && (id <= mark.doneUpTo || mark.done.includes(id))));

const write = (entry: Omit<InboxEntry, "at">): Promise<number> =>
  writeEntry(pool, { at: app.clock.now(), ...entry });

async function processed(): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `select "ID" as id from inbox where "Processed" order by 1`,
  );
  return rows.map(({ id }) => id);
}

const texts = async (order: { order_id: string }): Promise<(string | null)[]> =>
  (await smsOf(renter, order)).messages.map(({ text }) => text);

test("a row reaches its order, and is marked as processed; USSD answers and what was there before do not", async () => {
  const order = await rent(renter);
  const to = `+${order.number}`;
  const ids = [
    await write({ text: "Balance 5", to, class: 127 }),
    await write({ text: "WhatsApp code 100-001: é😱", to }),
    await write({ text: "", to, binary: Buffer.from("WhatsApp code 100-002") }),
    await write({ text: "", to, from: "5656", binary: Buffer.from("0605040b8423f000ff80fe", "hex") }),
    await write({ text: "WhatsApp code 100-003", to: "modem2" }),
  ];
  await isRead(...ids);
  assert.deepEqual((await texts(order)).toSorted(), ["WhatsApp code 100-001: é😱", "WhatsApp code 100-002"]);
  assert.deepEqual(
    (await source.stored()).map(({ number, reason }) => `${number === order.number} ${reason}`).toSorted(),
    ["false no_order", "true no_text", "true null", "true null"],
  );
  await until(processed, (done) => ids.every((id) => done.includes(id)));
  assert.ok(!(await processed()).includes(1), "what was there before the source is none of ours");
});

test("parts come in rows of their own, in any order, cut within a character", async () => {
  const [one, two] = [await rent(renter), await rent(renter)];
  const text = "WhatsApp code 271-828 😱 nobody";
  const cut = text.indexOf("😱") + 1;
  const ids: number[] = [];
  for (const [order, part] of [
    [one, 2],
    [two, 1],
    [one, 1],
    [two, 2],
  ] as const) {
    const piece = part === 1 ? text.slice(0, cut) : text.slice(cut);
    ids.push(await write({ text: piece, to: `+${order.number}`, udh: `050003AB020${part}` }));
  }
  await isRead(...ids);
  assert.deepEqual([await texts(one), await texts(two)], [[text], [text]]);
});

test("a row of a line without a number stays unprocessed, and the operator is told; the others go on", async () => {
  const order = await rent(renter);
  const bad = await write({ text: "WhatsApp code 100-009", to: "modem9" });
  const good = await write({ text: "WhatsApp code 100-010", to: `+${order.number}` });
  await isRead(bad, good);
  await until(processed, (done) => done.includes(good));
  assert.ok(!(await processed()).includes(bad));
  assert.deepEqual(await texts(order), ["WhatsApp code 100-010"]);
});

test("nothing is processed that is not committed; a process that died in between changes nothing", async () => {
  const order = await rent(renter);
  await app.db.rows(`alter table messages rename to messages_away`);
  const id = await write({ text: "WhatsApp code 161-803", to: `+${order.number}` });
  const [before] = await marks();
  await until(
    () =>
      app.db.rows<{ error: string }>(`select last_error as error from source_links where source_id = $1`, [
        source.id,
      ]),
    ([link]) => /messages/.test(link?.error ?? ""),
  );
  assert.ok(!(await processed()).includes(id));
  await app.db.rows(`alter table messages_away rename to messages`);
  await isRead(id);
  await app.db.rows(`update source_marks set done_up_to = $2, done = $3 where source_id = $1`, [
    source.id,
    before?.doneUpTo,
    before?.done,
  ]);
  await isRead(id);
  assert.deepEqual(await texts(order), ["WhatsApp code 161-803"]);
  await until(processed, (done) => done.includes(id));
});

test("rows that another program marked are read; so is one with a lower id that is committed later", async () => {
  const order = await rent(renter);
  const to = `+${order.number}`;
  const { rows } = await pool.query<{ id: string }>(`select nextval('"inbox_ID_seq"') as id`);
  const marked = await pool.query<{ id: number }>(
    `insert into inbox ("Text", "SenderNumber", "RecipientID", "Processed") values ($1, 'WhatsApp', $2, true) returning "ID" as id`,
    [Buffer.from("WhatsApp code 200-002", "utf16le").swap16().toString("hex"), to],
  );
  await isRead(marked.rows[0]?.id ?? 0);
  await isRead(await write({ text: "WhatsApp code 200-001", to, id: Number(rows[0]?.id) }));
  assert.deepEqual(await texts(order), ["WhatsApp code 200-002", "WhatsApp code 200-001"]);
});

test("an emptied table, whose ids begin anew or not, goes on; hundreds of rows at once are read in turns", async () => {
  const order = await rent(renter);
  const to = `+${order.number}`;
  await pool.query(`delete from inbox`);
  await until(marks, ([mark]) => mark?.doneUpTo === 0);
  await isRead(await write({ text: "WhatsApp code 300-001", to }));
  await pool.query(`truncate inbox restart identity`);
  await until(marks, ([mark]) => mark?.done.length === 0);
  await isRead(await write({ text: "WhatsApp code 300-002", to }));
  assert.deepEqual(await texts(order), ["WhatsApp code 300-001", "WhatsApp code 300-002"]);
  await pool.query(
    `insert into inbox ("Text", "SenderNumber", "RecipientID")
     select lpad(to_hex(n), 8, '0'), 'n' || n, '+2348030000009' from generate_series(1, 250) as n`,
  );
  await isRead(251);
  assert.equal((await source.stored()).filter(({ number }) => number === "2348030000009").length, 250);
});
