import type { Bench } from "../lib/bench.ts";
import { startChild, untilPrinted } from "../lib/child.ts";
import { openConnection } from "../lib/connection.ts";
import { openOrders } from "../lib/orders.ts";
import { ratioRow, type Round, type Row } from "../lib/table.ts";
import { apiRequest, startZapotp } from "../lib/zapotp.ts";

const openCount = 10_000;
const connections = 64;
const path = "/account/api/v1/sms";

/** Polls of random open orders, against a bare route that returns the JSON of such a poll. */
export async function polls(bench: Bench): Promise<Row[]> {
  bench.say(`polls: GET /sms over ${openCount} open orders, ${connections} connections`);
  const zapotp = await startZapotp(bench, "polls");
  const orders = await openOrders(bench, zapotp, openCount);
  const requests = orders.map(({ orderId, key }) => apiRequest("GET", `/sms?order_id=${orderId}`, key));
  const bare = startChild(new URL("../lib/bare-server.ts", import.meta.url), {
    env: { BARE_PATH: path, BARE_ANSWER: await answerTo(zapotp.port, requests[0] ?? "") },
  });
  const barePort = Number(await untilPrinted(bare.child, /bare at http:\/\/[^\s:]+:(\d+)/));

  const measure = (port: number, seconds: number) =>
    bench.load.drive({ port, connections, requests, order: "random", seconds });
  for (const port of [barePort, zapotp.port]) await measure(port, bench.roundSeconds / 2); // Warm.
  const rounds: Round[] = [];
  for (let round = 1; round <= bench.rounds; round++) {
    const yardstick = await measure(barePort, bench.roundSeconds);
    const ours = await measure(zapotp.port, bench.roundSeconds);
    bench.say(
      `  ${round}: bare ${yardstick.perSecond.toFixed(0)}/s, ours ${ours.perSecond.toFixed(0)}/s (p99 ${ours.p99Milliseconds.toFixed(1)} ms)`,
    );
    rounds.push({ ours: ours.perSecond, yardstick: yardstick.perSecond });
  }
  await bare.stop();
  await zapotp.stop();
  return [ratioRow("polls ÷ bare Fastify route", rounds, "bare", { value: 0.45, later: 0.65 })];
}

async function answerTo(port: number, request: string): Promise<string> {
  const connection = await openConnection(port);
  const { body } = await connection.ask(request);
  connection.close();
  return body;
}
