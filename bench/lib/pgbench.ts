import { execFile } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Bench } from "./bench.ts";
import type { Side } from "./rounds.ts";
import { ratioRow, type Round, type Row } from "./table.ts";

const scale = 20;
const clientCounts = [1, 4, 16];

const run = promisify(execFile);

const version = (path: string): number => Number(/postgresql\/(\d+)\//.exec(path)?.[1]);

/** The newest pgbench from Debian's packages, or the one in PATH. */
function findPgbench(): string | undefined {
  const packaged = globSync("/usr/lib/postgresql/*/bin/pgbench").toSorted((a, b) => version(b) - version(a));
  const inPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "pgbench"));
  return [...packaged, ...inPath].find((path) => existsSync(path));
}

interface Yardstick {
  tps: number;
  clients: number;
}

/** Alternately measures TPC-B-like transactions and ours, on the same server. */
export async function againstPgbench(bench: Bench, ours: Side, target: number): Promise<Row[]> {
  const pgbench = await preparePgbench(bench, `pgbench_${ours.name.replaceAll(/\W/g, "_")}`);
  const rounds: Round[] = [];
  const clients: number[] = [];
  for (let round = 1; round <= bench.rounds; round++) {
    const yardstick = await pgbench?.();
    const measure = await ours.ready();
    await bench.postgres.checkpoint();
    const driven = await measure();
    const best = yardstick ? `pgbench ${yardstick.tps.toFixed(0)}/s (${yardstick.clients} clients), ` : "";
    bench.say(
      `  ${round}: ${best}ours ${driven.perSecond.toFixed(0)}/s (p99 ${driven.p99Milliseconds.toFixed(1)} ms)`,
    );
    rounds.push({ ours: driven.perSecond, yardstick: yardstick?.tps ?? NaN });
    if (yardstick) clients.push(yardstick.clients);
  }
  if (clients.length === 0) return [];
  const best = [...new Set(clients)].toSorted((a, b) => a - b).join(" or ");
  return [ratioRow(`${ours.name} ÷ pgbench TPC-B`, rounds, `pgbench with ${best} clients`, target)];
}

/** One measurement: transactions per second, the best of the client counts. */
type Pgbench = () => Promise<Yardstick>;

/** Fills pgbench's tables in a separate database; null if pgbench is not installed. */
async function preparePgbench({ postgres, roundSeconds, say }: Bench, name: string): Promise<Pgbench | null> {
  const program = findPgbench();
  if (!program) {
    say(
      "pgbench is missing, so there is no yardstick: apt-get install postgresql-contrib (or postgresql-15) brings it.",
    );
    return null;
  }
  const database = await postgres.createDatabase(name);
  await run(program, ["-i", "-q", "-s", String(scale), database]);
  return async () => {
    const results: Yardstick[] = [];
    for (const clients of clientCounts) {
      await postgres.checkpoint();
      const options = ["-n", "-c", String(clients), "-j", "2", "-T", String(roundSeconds), database];
      const { stdout } = await run(program, options);
      results.push({ clients, tps: Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]) });
    }
    return results.reduce((best, result) => (result.tps > best.tps ? result : best));
  };
}
