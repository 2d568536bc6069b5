import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Answer, Order } from "./worker.ts";

export type Told = Answer | "hung" | "ended";

/** The process that runs tests; it is replaced when a test hangs, ends it, or may have left state behind. */
export interface Crew {
  ask(order: Order, seconds: number): Promise<Told>;
  /** Starts a new process, with this mutant on from the start, or none. */
  renew(mutant?: string): Promise<void>;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL("./worker.ts", import.meta.url));

export async function startCrew(sourcesFile: string, connectionString: string | null): Promise<Crew> {
  let child = await start();

  async function start(mutant?: string): Promise<ChildProcess> {
    const env: NodeJS.ProcessEnv = { ...process.env };
    if (connectionString !== null) env["TEST_DATABASE_URL"] = connectionString;
    if (mutant !== undefined) env["MUTANT"] = mutant;
    const started = fork(program, [sourcesFile], { env, stdio: ["ignore", "ignore", "ignore", "ipc"] });
    await Promise.race([once(started, "message"), once(started, "exit")]);
    return started;
  }

  async function stop(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    if (connectionString !== null) await dropDatabases(connectionString);
  }

  return {
    async ask(order, seconds) {
      if (!child.connected) return "ended";
      const asked = child;
      return new Promise((resolve) => {
        const timer = setTimeout(() => done("hung"), seconds * 1000);
        const onEnd = (): void => done("ended");
        function done(told: Told): void {
          clearTimeout(timer);
          asked.off("message", done);
          asked.off("exit", onEnd);
          resolve(told);
        }
        asked.on("message", done);
        asked.on("exit", onEnd);
        asked.send(order);
      });
    },
    async renew(mutant) {
      await stop();
      child = await start(mutant);
    },
    close: stop,
  };
}

/** Databases left behind by a process that was ended. */
async function dropDatabases(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'test\\_%'`,
  );
  for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}
