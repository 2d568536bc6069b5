import type { Bench } from "../lib/bench.ts";
import { rawRequest } from "../lib/connection.ts";
import { messageFor, openOrders, type OpenOrder } from "../lib/orders.ts";
import { percentile } from "../lib/percentile.ts";
import type { Row } from "../lib/table.ts";
import { apiRequest, startZapotp } from "../lib/zapotp.ts";

const waiters = 1000;
const messagesPerSecond = 100;

/** From the answer to the source to the answer of the long poll, seen from outside. */
export async function wake(bench: Bench): Promise<Row[]> {
  bench.say(`wake: ${waiters} long polls waiting, ${messagesPerSecond} messages/s`);
  const zapotp = await startZapotp(bench, "wake");
  const path = await zapotp.addSource();
  const toJob = (order: OpenOrder) => ({
    poll: apiRequest("GET", `/sms?order_id=${order.orderId}&wait=60`, order.key),
    message: rawRequest("POST", path, {}, JSON.stringify(messageFor(order))),
  });
  const seconds = bench.roundSeconds * 2;
  const rounds: Record<"p50" | "p99" | "sentP50" | "sentP99", number>[] = [];
  for (let round = 0; round <= bench.rounds; round++) {
    const orders = (await openOrders(bench, zapotp, waiters + messagesPerSecond * seconds)).map(toJob);
    const { fromAccepted, fromSent } = await bench.load.wake({
      port: zapotp.port,
      waiters,
      messagesPerSecond,
      seconds,
      orders,
    });
    if (round === 0) continue; // Warm.
    const result = {
      p50: percentile(fromAccepted, 0.5),
      p99: percentile(fromAccepted, 0.99),
      sentP50: percentile(fromSent, 0.5),
      sentP99: percentile(fromSent, 0.99),
    };
    const shown = Object.entries(result).map(([name, value]) => `${name} ${value.toFixed(1)}`);
    bench.say(`  ${round}: ${shown.join(", ")} ms`);
    rounds.push(result);
  }
  await zapotp.stop();
  const row = (what: string, name: "p50" | "p99" | "sentP50" | "sentP99", target?: Row["target"]): Row => ({
    what: `${what}, ms`,
    measured: `${messagesPerSecond * seconds} messages a round`,
    values: rounds.map((round) => round[name]),
    digits: 1,
    target,
  });
  return [
    row("accepted → waiter answered p50", "p50"),
    row("accepted → waiter answered p99", "p99", { kind: "less than", value: 25 }),
    row("sent → waiter answered p50", "sentP50"),
    row("sent → waiter answered p99", "sentP99"),
  ];
}
