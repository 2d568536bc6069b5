import { setTimeout as sleep } from "node:timers/promises";
import type { Bench } from "../lib/bench.ts";
import { compareWithBare } from "../lib/against-bare.ts";
import { openConnection } from "../lib/connection.ts";
import { ratioRow, type Row } from "../lib/table.ts";
import { apiRequest, startZapotp, type Zapotp } from "../lib/zapotp.ts";

const serviceCount = 1000;
const stockCount = 10_000;
const connections = 32;
/** The maximum age of a listing (app.ts). */
const rememberedMilliseconds = 1100;

/** The services of one country with prices and stock, compared with a bare route that returns the same bytes. */
export async function services(bench: Bench): Promise<Row[]> {
  bench.say(`services: GET /services of ${serviceCount} services, ${connections} connections`);
  const zapotp = await startZapotp(bench, "services");
  await zapotp.stock(stockCount);
  const requests = zapotp.accounts.map(({ key }) => apiRequest("GET", "/services?country=US", key));
  await limitServices(zapotp, requests[0] ?? "");
  const rounds = await compareWithBare({ bench, zapotp, connections }, requests, "bytes");
  await zapotp.stop();
  return [ratioRow(`/services of ${serviceCount} ÷ bare route of the same bytes`, rounds, "bare", 0.5)];
}

/** Restricts services beyond the wanted number, as an operator would. */
async function limitServices({ db, port }: Zapotp, request: string): Promise<void> {
  const surplus = (await countListed(port, request)) - serviceCount;
  await db.rows(
    `update services set restricted = true where id in (
       select id from services where not restricted and category <> 'sandbox' order by slug desc limit $1)`,
    [surplus],
  );
  await sleep(rememberedMilliseconds);
  const listed = await countListed(port, request);
  if (listed !== serviceCount) throw new Error(`${listed} services are listed, not ${serviceCount}`);
}

async function countListed(port: number, request: string): Promise<number> {
  const connection = await openConnection(port);
  const { body } = await connection.ask(request);
  connection.close();
  return (JSON.parse(body) as { data: unknown[] }).data.length;
}
