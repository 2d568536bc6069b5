import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../src/kit/paths.ts";
import { stopLater } from "../../bench/lib/teardown.ts";
import { inherited } from "../helpers/zone.ts";

export interface Ended {
  code: number | null;
  signal: string | null;
  /** The last lines it printed. */
  printed: string;
}

/** One server process as shipped, on a port that it keeps across restarts. */
export interface Server {
  port: number;
  pid(): number;
  /** Resolves when it is ready; throws with its output if it ends before that. */
  start(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when it has exited. */
  stop(): Promise<Ended>;
  signal(signal: NodeJS.Signals): void;
  isRunning(): boolean;
  /** Whether it runs but does not accept requests yet. */
  isStarting(): boolean;
  /** The last errors that it logged as "a request failed", without repeats. */
  failures(): string[];
}

const keptLength = 4000;
const keptFailures = 20;

/** `onUnexpectedEnd` is called if it ends without being killed or stopped; `preload`: a module to load first. */
export function createServer(
  port: number,
  cwd: string,
  env: { [name: string]: string },
  onUnexpectedEnd: (ended: Ended) => void,
  preload?: string,
): Server {
  let child: ChildProcess | undefined;
  let wanted = false;
  let isReady = false;
  let printed = "";
  const failed = new Set<string>();

  const isRunning = (): boolean =>
    child?.pid !== undefined && child.exitCode === null && child.signalCode === null;

  async function ended(signal: NodeJS.Signals): Promise<Ended> {
    wanted = false;
    if (child && isRunning()) {
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
    }
    return { code: child?.exitCode ?? null, signal: child?.signalCode ?? null, printed };
  }

  function noteFailure(line: string): void {
    const { route, err } = parsed(line);
    failed.add(
      `${route ?? "a job"}: ${err?.code ?? ""} ${err?.message}${err?.cause ? ` (${err.cause.message})` : ""}`,
    );
    if (failed.size > keptFailures) failed.delete([...failed][0] as string);
  }

  function start(): Promise<void> {
    printed = "";
    // When we end, for whatever reason, it learns of it through the channel.
    const started = fork(join(projectRoot, "test/faults/server-process.ts"), {
      cwd,
      env: { ...inherited(), PATH: process.env["PATH"], PORT: String(port), ...env },
      execArgv: [
        "--disable-warning=ExperimentalWarning",
        ...(preload === undefined ? [] : [`--import=${preload}`]),
      ],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    child = started;
    wanted = true;
    isReady = false;
    return new Promise((resolve, reject) => {
      const read = (line: string): void => {
        printed = `${printed}${line}\n`.slice(-keptLength);
        if (/ready at http/.test(line)) {
          isReady = true;
          resolve();
        }
        if (line.startsWith("{")) noteFailure(line);
      };
      for (const input of [started.stdout, started.stderr])
        createInterface({ input: input as NodeJS.ReadableStream }).on("line", read);
      started.on("error", reject);
      started.on("close", (code, signal) => {
        reject(new Error(`the server ended with ${code ?? signal}:\n${printed}`));
        if (wanted && child === started) onUnexpectedEnd({ code, signal, printed });
      });
    });
  }

  stopLater(`the server on port ${port}`, () => ended("SIGKILL"));
  return {
    port,
    pid: () => child?.pid ?? 0,
    start,
    kill: async () => void (await ended("SIGKILL")),
    stop: () => ended("SIGTERM"),
    signal: (signal) => void child?.kill(signal),
    isRunning,
    isStarting: () => isRunning() && !isReady,
    failures: () => [...failed].splice(0),
  };
}

interface Logged {
  route?: string;
  err?: { code?: string; message: string; cause?: { message: string } };
}

function parsed(line: string): Logged {
  try {
    return JSON.parse(line) as Logged;
  } catch {
    return {};
  }
}
