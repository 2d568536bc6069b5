import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { projectRoot } from "../../src/kit/paths.ts";

export interface StartedServer {
  url: string;
  /** The operator's first password; null if this is not the first start on the folder. */
  password: string | null;
  stop(): Promise<void>;
}

/** A free port of this machine. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * Starts the server on a separate folder, under a host name (passkeys are bound to names), and waits until it is
 * ready.
 */
export async function startServer(dataDir: string): Promise<StartedServer> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    PORT: String(port),
    SANDBOX_MESSAGE_SECONDS: "1",
  };
  const server = spawn(process.execPath, ["src/main.ts"], { cwd: projectRoot, env });
  await ready(server);
  const left = join(dataDir, "first-start.txt");
  const text = existsSync(left) ? readFileSync(left, "utf8") : "";
  return {
    url: `http://localhost:${port}`,
    password: /operator +operator \/ (\S+)/.exec(text)?.[1] ?? null,
    async stop() {
      server.removeAllListeners("exit");
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  let output = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes("is ready at")) resolve();
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.on("exit", () => reject(new Error(`The server ended:\n${output}`)));
  });
}
