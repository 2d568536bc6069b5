import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../src/kit/paths.ts";
import { until } from "../helpers/until.ts";
import { inherited } from "../helpers/zone.ts";

/** The server as shipped, in a separate process with a separate database. */
export interface Shipped {
  url: string;
  folder: string;
  /** Everything it printed. */
  printed: () => string;
  /** SIGTERM; its data remain until `remove`. */
  stop(): Promise<void>;
  remove(): void;
}

export async function startShipped(settings: Record<string, string>): Promise<Shipped> {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-shipped-"));
  chmodSync(folder, 0o711); // As root the database runs as another user, which needs access.
  const home = join(folder, "home");
  mkdirSync(home); // No .env is read here.
  const env = {
    ...inherited(),
    PATH: process.env["PATH"],
    PORT: "0",
    DATA_DIR: join(folder, "data"),
    ...settings,
  };
  const child = spawn(process.execPath, [join(projectRoot, "src/main.ts")], {
    cwd: home,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk: Buffer) => void (printed += chunk.toString("utf8")));
  const ended = once(child, "exit");
  const url = await until(
    async () => {
      if (child.exitCode !== null) throw new Error(printed);
      return /ready at (http:\S+)/.exec(printed)?.[1];
    },
    (found) => found !== undefined,
  );
  return {
    url: url as string,
    folder,
    printed: () => printed,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
