import type { Bench } from "../lib/bench.ts";
import { compareWithBare } from "../lib/against-bare.ts";
import { openOrders } from "../lib/orders.ts";
import { ratioRow, type Row } from "../lib/table.ts";
import { apiRequest, startZapotp } from "../lib/zapotp.ts";

const openCount = 10_000;
const connections = 256;

/** Polls of random open orders, compared with a bare route that returns the JSON of such a poll. */
export async function polls(bench: Bench): Promise<Row[]> {
  bench.say(`polls: GET /sms over ${openCount} open orders, ${connections} connections`);
  const zapotp = await startZapotp(bench, "polls");
  const orders = await openOrders(bench, zapotp, openCount);
  const requests = orders.map(({ orderId, key }) => apiRequest("GET", `/sms?order_id=${orderId}`, key));
  const rounds = await compareWithBare({ bench, zapotp, connections }, requests, "json");
  await zapotp.stop();
  return [ratioRow("polls ÷ bare Fastify route", rounds, "bare", 0.65)];
}
