import type { Bench } from "../lib/bench.ts";
import { againstPgbench } from "../lib/pgbench.ts";
import { renting } from "../lib/sides.ts";
import type { Row } from "../lib/table.ts";
import { startZapotp } from "../lib/zapotp.ts";

const connections = 256;

/** Rents from our own inventory over HTTP, compared with the transactions of pgbench. */
export async function rents(bench: Bench): Promise<Row[]> {
  bench.say(`rents: POST /rent from own inventory, 8 accounts, 5 services, ${connections} connections`);
  const zapotp = await startZapotp(bench, "rents");
  const ours = await renting("rents", { bench, zapotp, connections });
  await (
    await ours.ready()
  )(); // Warm-up.
  const rows = await againstPgbench(bench, ours, 2);
  await zapotp.stop();
  return rows;
}
