import type { Bench } from "../lib/bench.ts";
import { startBare } from "../lib/bare.ts";
import { rawRequest } from "../lib/connection.ts";
import { messageFor, openOrders, type OpenOrder } from "../lib/orders.ts";
import { percentile } from "../lib/percentile.ts";
import { generic } from "../lib/senders.ts";
import type { Row } from "../lib/table.ts";
import { apiRequest, startZapotp } from "../lib/zapotp.ts";

const waiters = 5000;
const messagesPerSecond = 300;
const bareRequest = rawRequest("GET", "/", {});
const barePerSecond = 100;

/** One round, in milliseconds. */
interface Round {
  bare: number;
  p50: number;
  p99: number;
  sentP50: number;
  sentP99: number;
}

/**
 * From the answer to the source to the answer of the long poll, measured from outside; minus the median round trip to
 * a bare server at the same time, because no server can avoid that.
 */
export async function wake(bench: Bench): Promise<Row[]> {
  bench.say(`wake: ${waiters} long polls waiting, ${messagesPerSecond} messages/s`);
  const zapotp = await startZapotp(bench, "wake");
  const bare = await startBare({});
  const path = await zapotp.addSource(generic);
  const toJob = (order: OpenOrder) => ({
    poll: apiRequest("GET", `/sms?order_id=${order.orderId}&wait=60`, order.key),
    message: generic.request(path, messageFor(order)),
  });
  const seconds = bench.roundSeconds * 2;
  const rounds: Round[] = [];
  for (let round = 0; round <= bench.rounds; round++) {
    const orders = (await openOrders(bench, zapotp, waiters + messagesPerSecond * seconds)).map(toJob);
    const woken = await bench.load.wake({
      port: zapotp.port,
      waiters,
      messagesPerSecond,
      seconds,
      orders,
      bare: { port: bare.port, request: bareRequest, perSecond: barePerSecond },
    });
    if (round === 0) continue; // Warm-up.
    const way = percentile(woken.bare, 0.5);
    const result: Round = {
      bare: way,
      p50: percentile(woken.fromAccepted, 0.5) - way,
      p99: percentile(woken.fromAccepted, 0.99) - way,
      sentP50: percentile(woken.fromSent, 0.5),
      sentP99: percentile(woken.fromSent, 0.99),
    };
    const shown = Object.entries(result).map(([name, value]) => `${name} ${value.toFixed(1)}`);
    bench.say(`  ${round}: ${shown.join(", ")} ms`);
    rounds.push(result);
  }
  await bare.stop();
  await zapotp.stop();
  const row = (what: string, name: keyof Round, below?: number): Row => ({
    what: `${what}, ms`,
    measured: `${messagesPerSecond * seconds} messages a round`,
    values: rounds.map((round) => round[name]),
    digits: 1,
    target: below === undefined ? undefined : { kind: "less than", value: below },
  });
  return [
    row("accepted → waiter answered, less a bare round trip: p50", "p50", 4),
    row("the same: p99", "p99", 20),
    row("a bare round trip meanwhile: p50", "bare"),
    row("sent → waiter answered: p50", "sentP50"),
    row("the same: p99", "sentP99"),
  ];
}
