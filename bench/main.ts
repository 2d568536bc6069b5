import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Bench, Figure } from "./lib/bench.ts";
import { inbound } from "./figures/inbound.ts";
import { overload } from "./figures/overload.ts";
import { polls } from "./figures/polls.ts";
import { rents } from "./figures/rents.ts";
import { wake } from "./figures/wake.ts";
import { startLoad } from "./lib/load.ts";
import { describeMachine } from "./lib/machine.ts";
import { startBenchPostgres } from "./lib/postgres.ts";
import { printTable } from "./lib/table.ts";
import { stopEverything, stopLater } from "./lib/teardown.ts";

const figures: Record<string, Figure> = { polls, rents, inbound, wake, overload };

const help = `npm run bench [-- --only ${Object.keys(figures).join(",")}] [--quick] [--profile FOLDER]

  --only      these figures alone, separated by commas
  --quick     short rounds and few of them: whether it works, not how fast
  --profile   writes CPU profiles of the server to this folder (costs some speed)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const names = values.only?.split(",") ?? Object.keys(figures);
  const chosen = names.map((name) => {
    const figure = figures[name];
    if (!figure) throw new Error(`There is no figure "${name}".\n\n${help}`);
    return figure;
  });

  const folder = mkdtempSync(join(tmpdir(), "zapotp-bench-"));
  stopLater("the temporary folder", async () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755); // Where root runs the bench, PostgreSQL's user must get in, or its data would go elsewhere.
  const postgres = await startBenchPostgres(folder);
  for (const line of await describeMachine(postgres.connectionString)) console.log(line);
  const bench: Bench = {
    folder,
    postgres,
    load: await startLoad(),
    rounds: values.quick ? 3 : 7,
    roundSeconds: values.quick ? 2 : 4,
    profileFolder: values.profile,
    say: (line) => console.log(line),
  };
  const rows = [];
  for (const figure of chosen) rows.push(...(await figure(bench)));
  printTable(rows);
}

let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    console.log("\nStopping what was started.");
    void stopEverything().finally(() => process.exit(130));
  });
}

try {
  await main();
} catch (error) {
  // What is stopped under a running figure fails it; that is not worth a word.
  if (!interrupted) console.error((error as Error).stack);
  process.exitCode = 1;
} finally {
  if (!interrupted) await stopEverything();
}
