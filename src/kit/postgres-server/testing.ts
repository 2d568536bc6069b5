import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import { Client } from "pg";

/** A folder that is removed after the test. With mode 711 PostgreSQL's user may pass through. */
export function temporaryFolder(test: TestContext, mode = 0o711): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "zapotp-postgres-")));
  chmodSync(folder, mode);
  test.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

export const fast = { fsync: "off", full_page_writes: "off" };

export async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  client.on("error", () => {}); // Its server is about to be killed.
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
  } finally {
    await client.end().catch(() => {});
  }
}

/** Waits until it holds; false after a time that is only reached if it never will. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 90): Promise<boolean> {
  for (const deadline = performance.now() + seconds * 1000; performance.now() < deadline;) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

const ownerCode = `
  const [startModule, dataDir] = process.argv.slice(1);
  const { startPostgres } = await import(startModule);
  const server = await startPostgres({ dataDir, log: (line) => console.log("log " + line) });
  process.on("SIGTERM", () => void server.stop());
  console.log("url " + server.connectionString);
`;

export interface Owner {
  child: ChildProcess;
  pid: number;
  /** What it logged, one message per line. */
  log: string[];
  /** The connection string, once it runs; null if it ended before. */
  url: Promise<string | null>;
}

/** A separate process that runs a server, to be killed; `uid` lets root start it as another user. */
export function startOwner(test: TestContext, dataDir: string, uid?: number): Owner {
  const startModule = new URL("start.ts", import.meta.url).href;
  const child = spawn(process.execPath, ["--input-type=module", "-e", ownerCode, startModule, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const log: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const url = new Promise<string | null>((resolve) => {
    lines.on("line", (line) => (line.startsWith("url ") ? resolve(line.slice(4)) : log.push(line.slice(4))));
    lines.on("close", () => resolve(null));
  });
  test.after(() => child.kill("SIGKILL"));
  return { child, pid: child.pid as number, log, url };
}

/** The processes that this one started, with their command lines. */
export function childrenOf(pid: number): { pid: number; command: string }[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const rows = stdout.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
  return rows.flatMap((row) =>
    row && Number(row[2]) === pid ? [{ pid: Number(row[1]), command: row[3] ?? "" }] : [],
  );
}
