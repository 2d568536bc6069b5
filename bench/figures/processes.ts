import type { Bench } from "../lib/bench.ts";
import { compare } from "../lib/rounds.ts";
import { openOrders } from "../lib/orders.ts";
import { pollingOf, renting } from "../lib/sides.ts";
import { ratioRow, type Row } from "../lib/table.ts";
import { apiRequest, startZapotp } from "../lib/zapotp.ts";

const openCount = 10_000;
const connections = 128;
const target = 1.3;

/** Two server processes on one database, compared with one. */
export async function processes(bench: Bench): Promise<Row[]> {
  bench.say(`processes: GET /sms and POST /rent, two processes and one, ${connections} connections`);
  const zapotp = await startZapotp(bench, "processes", { more: 1 });
  const sent = { bench, zapotp, connections };
  const both = { ...sent, ports: zapotp.ports };
  const orders = await openOrders(bench, zapotp, openCount);
  const requests = orders.map(({ orderId, key }) => apiRequest("GET", `/sms?order_id=${orderId}`, key));
  const polls = await compare(bench, pollingOf("two", both, requests), pollingOf("one", sent, requests));
  const rents = await compare(bench, await renting("two", both), await renting("one", sent));
  await zapotp.stop();
  return [
    ratioRow("polls: two processes ÷ one", polls, "one", target),
    ratioRow("rents: two processes ÷ one", rents, "one", target),
  ];
}
