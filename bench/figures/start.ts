import type { Bench } from "../lib/bench.ts";
import { startChild, untilPrinted } from "../lib/child.ts";
import { environmentOf } from "../lib/server.ts";
import type { Row } from "../lib/table.ts";

/**
 * From starting the process until it is ready, with an existing database: its own PostgreSQL, or one that is already
 * running.
 */
export async function start(bench: Bench): Promise<Row[]> {
  bench.say("start: until ready, with PostgreSQL started as well, and without");
  const elsewhere = await bench.postgres.createDatabase("start_elsewhere");
  const values = { own: [] as number[], elsewhere: [] as number[] };
  for (let round = 0; round <= bench.rounds; round++) {
    const own = await secondsToReady(bench, "start", "");
    const other = await secondsToReady(bench, "start-elsewhere", elsewhere);
    if (round === 0) continue; // The first start created them.
    bench.say(`  ${round}: ${own.toFixed(2)} s, with PostgreSQL elsewhere ${other.toFixed(2)} s`);
    values.own.push(own);
    values.elsewhere.push(other);
  }
  const row = (what: string, of: number[]): Row => ({
    what: `start to ready, ${what}, s`,
    measured: "`npm start` less npm → it says that it is ready",
    values: of,
    digits: 2,
    target: { kind: "less than", value: 2 },
  });
  return [row("PostgreSQL included", values.own), row("PostgreSQL elsewhere", values.elsewhere)];
}

/** Through the launcher, as `npm start` does. */
async function secondsToReady(bench: Bench, name: string, databaseUrl: string): Promise<number> {
  const began = performance.now();
  const { child, stop } = startChild(new URL("../../scripts/run.mjs", import.meta.url), {
    args: ["src/main.ts"],
    cwd: bench.folder, // So that no .env is read.
    env: environmentOf(bench, name, databaseUrl),
  });
  await untilPrinted(child, /ready at (http)/);
  const took = (performance.now() - began) / 1000;
  await stop();
  return took;
}
