import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { startChild, untilPrinted } from "./child.ts";
import { askMemory, memoryProbe, type Memory } from "./memory.ts";

export const encryptionKey = "5a".repeat(32);

/** Settings that disable the limits on customers; everything else is as shipped. */
const settings = {
  PORT: "0",
  RATE_LIMIT: "0",
  SANDBOX_LIMIT: "0",
  OVERLOAD_MILLISECONDS: "0",
  MAX_OPEN_ORDERS: "1000000",
  CANCEL_LOCK_SECONDS: "0",
  TRIES_PER_POOL: "0",
  ACTIVATION_SECONDS: "86400", // No order may expire during the measurement.
  LOG_LEVEL: "warn",
  ENCRYPTION_KEY: encryptionKey,
};

/** On this database, or on its own in the folder `name` if `databaseUrl` is empty. */
export const environmentOf = (bench: Bench, name: string, databaseUrl: string): Record<string, string> => ({
  ...settings,
  DATABASE_URL: databaseUrl,
  DATA_DIR: join(bench.folder, name),
});

/** One process of the server as shipped. */
export interface Server {
  port: number;
  process: ChildProcess;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

/** Starts a process on this database, or on its own in the folder `name` if `databaseUrl` is empty. */
export async function startServer(
  bench: Bench,
  name: string,
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<Server> {
  const profile = [
    "--cpu-prof",
    `--cpu-prof-dir=${bench.profileFolder}`,
    `--cpu-prof-name=${name}.cpuprofile`,
  ];
  const { child, stop } = startChild(new URL("../../src/main.ts", import.meta.url), {
    cwd: bench.folder, // So that no .env is read.
    env: { ...environmentOf(bench, name, databaseUrl), ...more },
    // As the launcher starts it (scripts/run.mjs), but without the launcher, whose profile and memory must not be
    // measured.
    nodeOptions: ["--max-semi-space-size=16", ...memoryProbe, ...(bench.profileFolder ? profile : [])],
  });
  const port = Number(await untilPrinted(child, /ready at http:\/\/[^\s:]+:(\d+)/));
  return { port, process: child, memory: () => askMemory(child), stop };
}
