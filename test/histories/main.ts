import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "../../src/kit/migrate.ts";
import { migrationsFolder } from "../../src/kit/paths.ts";
import { stopEverything } from "../../bench/lib/teardown.ts";
import { connectTo, createDatabase, startOwnPostgres } from "../helpers/own-postgres.ts";
import { tellHistories } from "./tell.ts";

const help = `npm run test:histories [-- --runs 100000] [--seed N]

  --runs   so many random histories of renters, services and messages, on a PostgreSQL of their own
  --seed   the same histories as a run that printed it`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "100000" },
      seed: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const folder = mkdtempSync(join(tmpdir(), "zapotp-histories-"));
  try {
    const { connectionString } = await startOwnPostgres(folder, true);
    const database = await createDatabase(connectionString, "histories");
    const client = await connectTo(connectionString);
    await client.query(`alter database histories set synchronous_commit = off`).finally(() => client.end());
    await migrate(database, migrationsFolder);
    const seed = values.seed === undefined ? {} : { seed: Number(values.seed) };
    const began = Date.now();
    const tally = await tellHistories(database, { runs: Number(values.runs), ...seed, say: console.log });
    console.log(tally);
    console.log(`Every one was right (${Math.round((Date.now() - began) / 1000)} s).`);
  } finally {
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
