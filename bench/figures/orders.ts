import { readFileSync } from "node:fs";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { setInterval as every } from "node:timers/promises";
import type { Bench } from "../lib/bench.ts";
import { addHistory } from "../lib/history.ts";
import type { Row } from "../lib/table.ts";
import { startZapotp } from "../lib/zapotp.ts";

const mostRounds = 3;
const warmUpCount = 100_000;
const sampleMilliseconds = 20;
const pageBytes = 4096;

interface Streamed {
  rows: number;
  seconds: number;
  /** The peak memory of the process. */
  residentBytes: number;
}

/** All orders of an account as one stream: the peak of the memory it adds to the server. */
export async function orders(bench: Bench): Promise<Row[]> {
  const count = Math.min(1_000_000, bench.oldOrders);
  bench.say(`orders: GET /orders of ${count} rows`);
  const zapotp = await startZapotp(bench, "orders");
  const [account] = zapotp.accounts as [(typeof zapotp.accounts)[number]];
  await addHistory(bench, { ...zapotp, accounts: [account] }, count);
  const pid = zapotp.process.pid as number;
  const growth: number[] = [];
  const perSecond: number[] = [];
  await stream(zapotp.port, account.key, `?limit=${warmUpCount}`, pid); // Like a server after some uptime.
  const { resident } = await zapotp.memory();
  for (let round = 1; round <= Math.min(bench.rounds, mostRounds); round++) {
    const { rows, seconds, residentBytes } = await stream(zapotp.port, account.key, "", pid);
    if (rows < count) throw new Error(`only ${rows} of ${count} orders came`);
    growth.push((residentBytes - resident) / 2 ** 20);
    perSecond.push(rows / seconds);
    bench.say(`  ${round}: ${rows} rows in ${seconds.toFixed(1)} s, ${growth.at(-1)?.toFixed(1)} MB more`);
  }
  await zapotp.stop();
  const speed = perSecond.toSorted((a, b) => a - b)[Math.floor(perSecond.length / 2)] ?? NaN;
  return [
    {
      what: `/orders of ${count} rows: growth of memory, MB`,
      measured: `highest resident memory less that before; ${speed.toFixed(0)} rows/s`,
      values: growth,
      digits: 1,
      target: { kind: "less than", value: 64 },
    },
  ];
}

/** Reads the stream to its end, sampling the server's memory meanwhile. */
async function stream(port: number, key: string, query: string, pid: number): Promise<Streamed> {
  const began = performance.now();
  const reading = readRows(port, key, query);
  let ended = false;
  void reading.finally(() => (ended = true)).catch(() => {});
  let residentBytes = 0;
  for await (const _ of every(sampleMilliseconds)) {
    residentBytes = Math.max(residentBytes, residentOf(pid));
    if (ended) break;
  }
  return { rows: await reading, seconds: (performance.now() - began) / 1000, residentBytes };
}

/** As Linux counts it: the bench runs where PostgreSQL's packages and pgbench are available. */
const residentOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageBytes;

const mark = Buffer.from('"order_id":');

async function readRows(port: number, key: string, query: string): Promise<number> {
  const request = httpRequest({
    port,
    host: "127.0.0.1",
    path: `/account/api/v1/orders${query}`,
    headers: { authorization: `Bearer ${key}` },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) =>
    request.on("response", resolve).on("error", reject),
  );
  request.end();
  let rows = 0;
  let rest = Buffer.alloc(0);
  for await (const chunk of await answered) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) rows++;
    const last = bytes.lastIndexOf(mark);
    rest = bytes.subarray(Math.max(last < 0 ? 0 : last + mark.length, bytes.length - mark.length + 1));
  }
  return rows;
}
