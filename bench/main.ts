import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Bench, Figure } from "./lib/bench.ts";
import { history } from "./figures/history.ts";
import { inbound } from "./figures/inbound.ts";
import { orders } from "./figures/orders.ts";
import { overload } from "./figures/overload.ts";
import { polls } from "./figures/polls.ts";
import { processes } from "./figures/processes.ts";
import { rents } from "./figures/rents.ts";
import { services } from "./figures/services.ts";
import { sources } from "./figures/sources.ts";
import { start } from "./figures/start.ts";
import { waiters } from "./figures/waiters.ts";
import { wake } from "./figures/wake.ts";
import { startLoad } from "./lib/load.ts";
import { busyWarning, describeMachine } from "./lib/machine.ts";
import { startBenchPostgres } from "./lib/postgres.ts";
import { writeResults, type Result } from "./lib/results.ts";
import { printTable } from "./lib/table.ts";
import { runAndStop, stopLater } from "./lib/teardown.ts";

const figures: Record<string, Figure> = {
  polls,
  rents,
  inbound,
  sources,
  wake,
  waiters,
  services,
  history,
  orders,
  processes,
  overload,
  start,
};
const resultsFile = new URL("RESULTS.md", import.meta.url);

const help = `npm run bench [-- --only ${Object.keys(figures).join(",")}] [--write] [more]

  --only          these figures alone, separated by commas
  --write         puts the results into bench/RESULTS.md
  --rounds        how often each is measured (7)
  --seconds       for how long each time (4)
  --old-orders    what a long history is (5000000): fewer are made faster
  --quick         3 rounds of 2 seconds: whether it works, not how fast
  --profile       writes CPU profiles of the server to this folder (costs some speed)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      write: { type: "boolean", default: false },
      rounds: { type: "string" },
      seconds: { type: "string" },
      "old-orders": { type: "string", default: "5000000" },
      quick: { type: "boolean", default: false },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const names = values.only?.split(",") ?? Object.keys(figures);
  const unknown = names.find((name) => !figures[name]);
  if (unknown !== undefined) throw new Error(`There is no figure "${unknown}".\n\n${help}`);

  const folder = mkdtempSync(join(tmpdir(), "zapotp-bench-"));
  stopLater("the temporary folder", async () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755); // As root, PostgreSQL's user needs access; else its data would be elsewhere.
  const postgres = await startBenchPostgres(folder);
  const machine = await describeMachine(postgres.connectionString);
  console.log([...machine, ...busyWarning(), ""].join("\n"));
  const bench: Bench = {
    folder,
    postgres,
    load: await startLoad(),
    rounds: Number(values.rounds ?? (values.quick ? 3 : 7)),
    roundSeconds: Number(values.seconds ?? (values.quick ? 2 : 4)),
    oldOrders: Number(values["old-orders"]),
    profileFolder: values.profile,
    say: (line) => console.log(line),
  };
  const results: Result[] = [];
  for (const name of names) {
    results.push({ name, machine, rows: await (figures[name] as Figure)(bench) });
    if (values.write) writeResults(resultsFile, Object.keys(figures), results);
  }
  printTable(results.flatMap(({ rows }) => rows));
}

await runAndStop(main, ["SIGINT", "SIGTERM", "SIGHUP"]);
