import type { Bench } from "../lib/bench.ts";
import { startBare } from "../lib/bare.ts";
import { rawRequest } from "../lib/connection.ts";
import type { Memory } from "../lib/memory.ts";
import { openOrders, type OpenOrder } from "../lib/orders.ts";
import { spread, type Row } from "../lib/table.ts";
import { apiRequest, startZapotp } from "../lib/zapotp.ts";

const count = 10_000;
/** Each round needs a new process: one that held so many once keeps the memory for them. */
const mostRounds = 3;
const target = 12;
const warmUpSeconds = 3;
const warmUpConnections = 64;

/** In KB per waiter. */
interface Cost {
  resident: number;
  heap: number;
}

/** The memory that each of many waiters adds to the server, by kind; and to a bare server, which does nothing. */
export async function waiters(bench: Bench): Promise<Row[]> {
  bench.say(`waiters: ${count} long polls, ${count} event streams, ${count} requests to a bare server`);
  const kinds = ["long poll", "event stream", "bare"] as const;
  const costs = new Map<string, Cost[]>(kinds.map((kind) => [kind, []]));
  for (let round = 1; round <= Math.min(bench.rounds, mostRounds); round++) {
    for (const kind of kinds) {
      const name = `waiters_${kind.replace(" ", "_")}_${round}`;
      const cost = kind === "bare" ? await ofBare(bench) : await ofOurs(bench, name, kind);
      costs.get(kind)?.push(cost);
      bench.say(
        `  ${round}: ${kind} ${cost.resident.toFixed(1)} KB resident, ${cost.heap.toFixed(1)} KB of it heap`,
      );
    }
  }
  const heapOf = (kind: string): string =>
    spread((costs.get(kind) ?? []).map(({ heap }) => heap)).median.toFixed(1);
  return kinds.map((kind) => ({
    what: `memory of a waiter: ${kind === "bare" ? "a bare server's" : kind}, KB`,
    measured: `resident memory, ${heapOf(kind)} KB of it heap; after a garbage collection`,
    values: (costs.get(kind) ?? []).map(({ resident }) => resident),
    digits: 1,
    target: kind === "bare" ? undefined : { kind: "less than", value: target },
  }));
}

async function ofOurs(bench: Bench, name: string, kind: "long poll" | "event stream"): Promise<Cost> {
  const zapotp = await startZapotp(bench, name);
  const orders = await openOrders(bench, zapotp, count);
  const polls = orders.map(({ orderId, key }) => apiRequest("GET", `/sms?order_id=${orderId}`, key));
  const waiting = ({ orderId, key }: OpenOrder): string =>
    kind === "long poll"
      ? apiRequest("GET", `/sms?order_id=${orderId}&wait=60`, key)
      : apiRequest("GET", "/events", key);
  const cost = await measure(bench, zapotp, polls, orders.map(waiting), kind === "event stream");
  await zapotp.stop();
  return cost;
}

async function ofBare(bench: Bench): Promise<Cost> {
  const bare = await startBare({ BARE_PATH: "/wait", BARE_KIND: "never" });
  const headers = { authorization: `Bearer ${"x".repeat(58)}` };
  const requests = (path: string): string[] =>
    Array.from({ length: count }, () => rawRequest("GET", path, headers));
  const cost = await measure(bench, bare, requests("/"), requests("/wait"), false);
  await bare.stop();
  return cost;
}

/** Before, after a warm-up with ordinary requests; then with all of them waiting. */
async function measure(
  { load }: Bench,
  server: { port: number; memory(): Promise<Memory> },
  warmUp: string[],
  requests: string[],
  answers: boolean,
): Promise<Cost> {
  const { port } = server;
  const ports = [port];
  const seconds = warmUpSeconds;
  await load.drive({ ports, connections: warmUpConnections, requests: warmUp, order: "random", seconds });
  const before = await server.memory();
  await load.hold({ port, requests, answers });
  const after = await server.memory();
  await load.release();
  const each = (name: keyof Memory): number => (after[name] - before[name]) / requests.length / 1024;
  return { resident: each("resident"), heap: each("heap") };
}
