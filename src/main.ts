import { setFlagsFromString } from "node:v8";
import type { Config } from "./config.ts";
import { loadConfig } from "./config/load.ts";
import { ConfigError } from "./config/setting.ts";
import { createApp, type App } from "./app/app.ts";
import { openDatabase, type Database } from "./start/database.ts";
import { openEncryptionKey } from "./start/encryption-key.ts";
import { firstStart } from "./start/first-start.ts";
import { handOver } from "./start/hand-over-secrets.ts";
import { prepareVocabulary } from "./domain/messages/code/analysis.ts";
import type { Supplier } from "./domain/suppliers/supplier.ts";
import { systemClock } from "./kit/clock.ts";
import { openDb } from "./kit/db.ts";
import { anchorFile } from "./start/anchor-file.ts";
import { createLog } from "./kit/log.ts";
import { migrate } from "./kit/migrate.ts";
import { createSealer } from "./kit/seal.ts";
import { migrationsFolder } from "./kit/paths.ts";
import { proxyAdvice } from "./start/proxy-advice.ts";
import { startFault } from "./start/start-fault.ts";
import { buildWeb } from "./start/web-build.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Collects garbage before it exceeds half of what is in use; by default V8 lets the heap grow to several times that.
 * Long exports stay small this way, and no measurement got slower.
 */
setFlagsFromString("--heap-growing-percent=50");

/** Starts the whole system; returns a function that stops it. */
async function start(stopEarly: AbortSignal, options: Required<RunOptions>): Promise<() => Promise<void>> {
  const { config, notes } = loadConfig(process.env);
  for (const note of notes) say(note);
  try {
    return await startWith(config, stopEarly, options);
  } catch (error) {
    const fault = startFault(error, config);
    throw fault === null ? error : new ConfigError(fault, { cause: error });
  }
}

async function startWith(
  config: Config,
  stopEarly: AbortSignal,
  { suppliers, withPages }: Required<RunOptions>,
): Promise<() => Promise<void>> {
  const log = createLog(config.LOG_LEVEL);
  let database: Database | undefined;
  let app: App | undefined;
  const stop = async (): Promise<void> => {
    await app?.close();
    await database?.stop();
  };
  try {
    database = await openDatabase(config, say);
    const { connectionString, listenConnectionString } = database;
    const migrated = await migrate(connectionString, migrationsFolder);
    if (migrated.length > 0) say(`Database brought up to date: ${migrated.join(", ")}`);
    const db = openDb({ connectionString, log, maxConnections: 1 });
    const key = await openEncryptionKey(db, config).finally(() => db.end());
    stopEarly.throwIfAborted();
    const pagesFolder = withPages ? await buildWeb(say, stopEarly) : null;
    const sealer = createSealer(key);
    const clock = systemClock;
    app = await createApp({
      config,
      connectionString,
      listenConnectionString,
      log,
      clock,
      sealer,
      pagesFolder,
      anchorFile: anchorFile(config),
      suppliers,
    });
    prepareVocabulary();
    const address = await app.listen(config.HOST, config.PORT);
    const lines = await firstStart({ db: app.db, clock }, config, address);
    handOver(lines, { isTerminal: process.stdout.isTTY, say, folder: config.DATA_DIR });
    const advice = proxyAdvice(config);
    if (advice !== null) say(`Warning: ${advice}`);
    say(`ZapOTP is ready at ${address} (reference: ${address}/docs). Ctrl-C stops it.`);
    return stop;
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** The text that a person reads if the start fails; an error that they cannot fix is shown with its stack. */
const explain = (error: unknown): string =>
  error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error));

/**
 * A stop that takes longer is held up by something, such as a database that does not answer: killing the process
 * loses nothing.
 */
const stopSeconds = 45;

export interface RunOptions {
  /** In addition to the built-in ones. */
  suppliers?: Supplier[];
  /** Whether the dashboard is built and served; during development Vite serves it. */
  withPages?: boolean;
}

/** Runs the system until a signal arrives, then ends the process. */
export function run({ suppliers = [], withPages = true }: RunOptions = {}): void {
  const aborted = new AbortController();
  const running = start(aborted.signal, { suppliers, withPages });
  let stopping = false;

  function shutDown(): void {
    if (stopping) return;
    stopping = true;
    say("Stopping: running requests are finished first.");
    aborted.abort();
    setTimeout(() => process.exit(1), stopSeconds * 1000).unref();
    running
      .then((stop) => stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  }
  process.on("SIGINT", shutDown);
  process.on("SIGTERM", shutDown);
  process.on("SIGHUP", shutDown);
  process.on("disconnect", shutDown); // The launcher has exited.

  running.catch((error: unknown) => {
    if (!stopping) process.stderr.write(`\n${explain(error)}\n`);
    process.exit(stopping ? 0 : 1);
  });
}

if (import.meta.main) run();
