import pg from "pg";
import { requestKinds } from "../../../src/app/areas.ts";
import { openShop, type Shop } from "../../../src/app/shop.ts";
import { readConfig } from "../../../src/config.ts";
import { pollTables } from "../../../src/edges/inbound/gammu-tables/poll.ts";
import { checkTables } from "../../../src/edges/inbound/gammu-tables/settings.ts";
import { readingOf } from "../../../src/edges/inbound/lines.ts";
import { takeIn } from "../../../src/edges/inbound/take-in.ts";
import { createMetrics } from "../../../src/http/metrics/metrics.ts";
import { createLog } from "../../../src/kit/log.ts";
import type { TestApp } from "../../helpers/app.ts";
import { createTestDatabase, withoutTables } from "../../helpers/postgres.ts";
import { readSettings, type Source } from "../../helpers/source.ts";
import type { Carrier, CarrierSms } from "../carrier.ts";
import { createInbox, writeEntry, type InboxEntry } from "../smsd-tables.ts";
import { asLine } from "./gateways.ts";

/**
 * A table that smsd writes and the server reads. A "call" is a row; delivering it means that it is there and a process
 * looks at the table, again if it is there already, as after the death of another process.
 */
export async function gammuTablesCarrier(): Promise<Carrier & { stop: () => Promise<void> }> {
  const database = await createTestDatabase(withoutTables);
  const admin = new pg.Pool({ connectionString: database.connectionString, max: 4 });
  const pools = new Map<number, pg.Pool>();
  const ids = new Map<string, number>();
  let schemas = 0;
  let shop: Promise<Shop> | undefined;

  const addressOf = (schema: string): string => {
    const url = new URL(database.connectionString);
    url.searchParams.set("options", `-c search_path=${schema}`);
    return url.href;
  };
  for (let place = 1; place <= 60; place += 1)
    await admin.query(
      `create schema s${place}; set search_path = s${place}; ${createInbox}; reset search_path`,
    );

  /** A process of its own, which takes in what it reads at once. */
  const openProcess = ({ connectionString, clock, sealer }: TestApp): Promise<Shop> =>
    openShop(
      {
        config: readConfig({ LOG_LEVEL: "silent", MAX_OPEN_ORDERS: "1000" }),
        connectionString,
        log: createLog("silent"),
        clock,
        sealer,
        pagesFolder: null,
        anchorFile: null,
      },
      createMetrics(requestKinds),
    );

  async function open(
    app: TestApp,
    { id }: Source,
  ): Promise<{ pool: pg.Pool; settings: ReturnType<typeof checkTables> }> {
    const settings = checkTables(await readSettings(app, id));
    const pool = pools.get(id) ?? new pg.Pool({ connectionString: settings.databases[0], max: 2 });
    pools.set(id, pool);
    return { pool, settings };
  }

  const call = (entry: Omit<InboxEntry, "id">, key: string) => {
    const id = ids.get(key) ?? ids.size + 1;
    ids.set(key, id);
    return { headers: {}, body: JSON.stringify({ ...entry, id, binary: entry.binary?.toString("hex") }) };
  };

  const rowOf = (
    { to, from, text, sentAt, binary, udh, part }: CarrierSms,
    now: Date,
  ): Omit<InboxEntry, "id"> => ({
    at: sentAt ?? now,
    to: asLine(to),
    from,
    text,
    udh: part
      ? Buffer.from([5, 0, 3, Number(part.reference), part.total, part.number]).toString("hex")
      : (udh ?? ""),
    ...(binary && { binary }),
  });

  return {
    kind: "gammu-tables",
    get options() {
      return { secrets: [addressOf(`s${++schemas}`)] };
    },
    call: (source, sms, { now }) =>
      call(rowOf(sms, now), `${source.id} ${sms.id} ${sms.to} ${sms.part?.number ?? ""}`),
    raw: (source, body, { now }) =>
      call({ at: now, text: "Code 1", to: body.replaceAll("\0", "") }, `${source.id} raw ${ids.size}`),
    others: (source, { now }) => [
      call(
        { at: now, to: "+15550199999", from: "*556#", text: "Balance: 5", class: 127 },
        `${source.id} ussd`,
      ),
    ],
    async deliver(app, source, { body }) {
      const row = JSON.parse(String(body)) as Omit<InboxEntry, "at" | "binary"> & {
        at: string;
        binary?: string;
      };
      const { pool, settings } = await open(app, source);
      shop ??= openProcess(app);
      const own = await shop;
      const faults: string[] = [];
      const table = { sourceId: source.id, pool, reading: readingOf(settings) };
      const deps = {
        ...own,
        takeAll: (sourceId: number, messages: Parameters<typeof takeIn>[2]) =>
          takeIn(own, sourceId, messages),
        noteFault: (_sourceId: number, why: string) => void faults.push(why),
      };
      const id = Number(row.id);
      const others = Array.from({ length: ids.size - id }, (_, place) => id + 1 + place);
      await app.db.rows(
        `insert into source_marks (source_id, done_up_to, done) values ($1, $2, $3)
         on conflict (source_id) do update set done_up_to = excluded.done_up_to, done = excluded.done`,
        [source.id, id - 1, others],
      );
      const { binary, at, ...rest } = row;
      await writeEntry(pool, {
        ...rest,
        at: new Date(at),
        ...(binary !== undefined && { binary: Buffer.from(binary, "hex") }),
      });
      try {
        await pollTables(table, deps);
      } catch (error) {
        return Response.json({ message: String(error) }, { status: 503 });
      }
      const { rows } = await pool.query<{ done: boolean }>(
        `select "Processed" as done from inbox where "ID" = $1`,
        [row.id],
      );
      if (rows[0]?.done) return new Response("", { headers: { "content-type": "text/plain" } });
      return Response.json({ message: faults.at(-1) ?? "Another process has read it." }, { status: 400 });
    },
    freshSeconds: null,
    forge: null,
    answer: { status: 200, type: /^text\/plain/, body: "" },
    tells: { time: true, parts: true, media: false, binary: true },
    namesLines: true,
    async stop() {
      for (const pool of pools.values()) await pool.end();
      const own = await shop;
      await own?.hub.close();
      await own?.db.end();
      await admin.end();
      await database.drop();
    },
  };
}
