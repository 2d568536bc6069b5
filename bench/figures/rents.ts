import type { Bench } from "../lib/bench.ts";
import { rentRequests } from "../lib/orders.ts";
import { againstPgbench } from "../lib/pgbench.ts";
import type { Row } from "../lib/table.ts";
import { startZapotp } from "../lib/zapotp.ts";

const connections = 128;
/** Far more than can be rented in a round: a stock that runs low is another figure. */
const stockPerSecond = 8000;

/** Rents from our own inventory over HTTP: quoted, held, claimed, written down and committed. */
export async function rents(bench: Bench): Promise<Row[]> {
  bench.say(`rents: POST /rent from own inventory, 8 accounts, 5 services, ${connections} connections`);
  const zapotp = await startZapotp(bench, "rents");
  const requests = rentRequests(zapotp);
  await zapotp.stock(bench.roundSeconds * stockPerSecond);
  const measure = (seconds: number) =>
    bench.load.drive({ port: zapotp.port, connections, requests, order: "random", seconds });
  await measure(bench.roundSeconds / 2); // Warm.
  const rows = await againstPgbench(bench, {
    what: "rents",
    target: { value: 1, later: 2 },
    prepare: async () => {
      await zapotp.stock(bench.roundSeconds * (stockPerSecond / 4));
      return () => measure(bench.roundSeconds);
    },
  });
  await zapotp.stop();
  return rows;
}
