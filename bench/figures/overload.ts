import type { Bench } from "../lib/bench.ts";
import type { Driven, Flooded } from "../lib/load.ts";
import { openOrders, rentRequests } from "../lib/orders.ts";
import type { Row } from "../lib/table.ts";
import { apiRequest, startZapotp } from "../lib/zapotp.ts";

const openCount = 5000;
/** The default (src/config.ts). */
const patienceMilliseconds = "100";
const closedConnections = 64;
/** Enough that a server which makes everybody wait is exposed by the waiting times, not by a lack of connections. */
const floodConnections = 3000;
const times = 3;
/** Polls per rent, as from customers who poll every few seconds until the code arrives. */
const pollsPerRent = 1;
const stockPerSecond = 6000;

/**
 * Polls and rents, first as many as the server can handle (a closed loop), then three times as many, sent whether or
 * not earlier ones were answered: what share of its throughput remains, and how long the requests take that are
 * served.
 */
export async function overload(bench: Bench): Promise<Row[]> {
  bench.say(
    `overload: ${pollsPerRent} polls to a rent, ${times} times what the server can do, ${floodConnections} connections`,
  );
  const zapotp = await startZapotp(bench, "overload", {
    settings: { OVERLOAD_MILLISECONDS: patienceMilliseconds },
  });
  const orders = await openOrders(bench, zapotp, openCount);
  const rents = rentRequests(zapotp);
  const polls = orders.map(({ orderId, key }) => apiRequest("GET", `/sms?order_id=${orderId}`, key));
  const requests = polls.flatMap((poll, place) =>
    place % pollsPerRent === 0 ? [poll, rents[(place / pollsPerRent) % rents.length] ?? ""] : [poll],
  );
  const { port } = zapotp;
  const seconds = bench.roundSeconds;
  const calmly = (): Promise<Driven> =>
    bench.load.drive({
      ports: [port],
      connections: closedConnections,
      requests,
      order: "random",
      seconds,
      refusals: "repeat",
    });
  await zapotp.stock(stockPerSecond * seconds);
  await calmly(); // Warm-up.
  const rounds: Overload[] = [];
  for (let round = 1; round <= bench.rounds; round++) {
    await zapotp.stock(stockPerSecond * seconds * 2);
    await bench.postgres.checkpoint();
    const calm = await calmly();
    const perSecond = calm.perSecond * times;
    const flooded = await bench.load.flood({
      port,
      connections: floodConnections,
      requests,
      perSecond,
      seconds,
    });
    bench.say(describe(round, calm, flooded));
    rounds.push({ calm, flooded });
  }
  await zapotp.stop();
  return rows(rounds);
}

interface Overload {
  calm: Driven;
  flooded: Flooded;
}

/** A poll costs little compared with a rent, so each is compared with itself: serving only polls would look good. */
function rows(rounds: Overload[]): Row[] {
  const row = (what: string, value: (round: Overload) => number, digits: number, least?: number): Row => ({
    what,
    measured: "",
    values: rounds.map(value),
    digits,
    ...(least === undefined ? {} : { target: { kind: "at least", value: least } }),
  });
  const posts = ({ posts: count, seconds }: Driven): number => count / seconds;
  const gets = (calm: Driven): number => calm.perSecond - posts(calm);
  const load = `at ${times} × capacity`;
  return [
    row(`rents served ${load} ÷ at capacity`, (r) => r.flooded.postsPerSecond / posts(r.calm), 2, 0.8),
    row(
      `polls served ${load} ÷ at capacity`,
      (r) => (r.flooded.servedPerSecond - r.flooded.postsPerSecond) / gets(r.calm),
      2,
      0.8,
    ),
    row(`p50 of what is served ${load}, ms`, (r) => r.flooded.p50Milliseconds, 0),
    row(`p99 of what is served ${load}, ms`, (r) => r.flooded.p99Milliseconds, 0),
    row(`p99 at capacity, ms`, (r) => r.calm.p99Milliseconds, 0),
    row(`served in all ${load} ÷ at capacity`, (r) => r.flooded.servedPerSecond / r.calm.perSecond, 2),
    row(`cores that the load itself took ${load}`, (r) => r.flooded.cores, 2),
    row(`share refused ${load}`, (r) => r.flooded.shedPerSecond / r.flooded.offeredPerSecond, 2),
  ];
}

function describe(round: number, calm: Driven, flooded: Flooded): string {
  const { offeredPerSecond, servedPerSecond, postsPerSecond, shedPerSecond, keptOut } = flooded;
  const whole = (value: number): string => value.toFixed(0);
  return (
    `  ${round}: capacity ${whole(calm.perSecond)}/s (rents ${whole(calm.posts / calm.seconds)}, p99 ${whole(calm.p99Milliseconds)} ms); ` +
    `offered ${whole(offeredPerSecond)}/s, served ${whole(servedPerSecond)} (rents ${whole(postsPerSecond)}, p99 ${whole(flooded.p99Milliseconds)} ms), ` +
    `refused ${whole(shedPerSecond)} (p99 ${whole(flooded.shedP99Milliseconds)} ms), kept out ${keptOut}`
  );
}
