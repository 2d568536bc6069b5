import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createApp } from "../../src/app/app.ts";
import { readConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/start/database.ts";
import { openDb } from "../../src/kit/db.ts";
import { createLog, type Logger } from "../../src/kit/log.ts";
import { createSealer } from "../../src/kit/seal.ts";
import { systemClock } from "../../src/kit/clock.ts";
import { createTestDatabase } from "../helpers/postgres.ts";
import { until } from "../helpers/until.ts";

interface Line {
  level: number;
  statement?: string;
  milliseconds?: number;
  msg: string;
}

/** What a log with default settings contains, as its reader sees it. */
function readLog(): { log: Logger; lines: Line[] } {
  const lines: Line[] = [];
  const stream = { write: (text: string) => void lines.push(JSON.parse(text) as Line) };
  return { log: createLog("warn", stream), lines };
}

test("slow statements are logged by their text and time, never with their values, and counted", async (t) => {
  const database = await createTestDatabase();
  const { log, lines } = readLog();
  const app = await createApp({
    config: readConfig({ PORT: "0", SLOW_STATEMENT_MILLISECONDS: "100" }),
    connectionString: database.connectionString,
    log,
    clock: systemClock,
    sealer: createSealer(Buffer.alloc(32, 1)),
    pagesFolder: null,
    anchorFile: null,
  });
  t.after(async () => {
    await app.close();
    await database.drop();
  });
  const url = await app.listen("127.0.0.1", 0);
  const began = performance.now();
  await app.db.rows(`select pg_sleep($1), $2::text`, [0.2, "code 918273"]);
  await app.db.transaction((tx) => tx.rows(`select pg_sleep($1) as again`, [0.2]));
  await assert.rejects(app.db.rows(`select 1 / (length(pg_sleep($1)::text) * 0)`, [0.2]));
  await app.db.rows(`select pg_sleep($1) as quick`, [0.001]);

  const took = performance.now() - began;
  // Any statement may be slow on a busy machine, but those that are reported were slow.
  const slow = lines.filter(({ msg }) => msg === "a statement was slow");
  for (const { statement, milliseconds = 0 } of slow)
    assert.ok(milliseconds > 100 && milliseconds <= Math.ceil(took), `${statement}: ${milliseconds} ms`);
  const sleepers = slow.filter(({ statement }) => /pg_sleep(?!.*quick)/.test(statement ?? ""));
  assert.deepEqual(
    sleepers.map(({ level, statement }) => [level, statement]),
    [
      [40, "select pg_sleep($1), $2::text"],
      [40, "select pg_sleep($1) as again"],
      [40, "select 1 / (length(pg_sleep($1)::text) * 0)"],
    ],
  );
  for (const { milliseconds = 0 } of sleepers) assert.ok(milliseconds >= 200);
  assert.ok(!JSON.stringify(lines).includes("918273"));
  const metrics = await (await fetch(`${url}/metrics`)).text();
  assert.ok(Number(/^zapotp_slow_statements_total (\d+)$/m.exec(metrics)?.[1]) >= 3);
});

test("the embedded server's own log says the same, without values", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-slow-"));
  chmodSync(folder, 0o755); // PostgreSQL's own user needs access.
  const config = readConfig({ DATA_DIR: folder, SLOW_STATEMENT_MILLISECONDS: "100" });
  const { connectionString, stop } = await openDatabase(config, () => {});
  t.after(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });
  const db = openDb({ connectionString, log: createLog("silent"), maxConnections: 1 });
  await db.rows(`select pg_sleep($1), $2::text as shown`, [0.2, "code 918273"]);
  await db.end();
  const log = await until(
    async () => readFileSync(join(folder, "postgres", "postgres.log"), "utf8"),
    (text) => /duration: [\d.]+ ms .*select pg_sleep\(\$1\), \$2::text as shown/.test(text),
  );
  assert.ok(!log.includes("918273"));
});
