import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { stopLater } from "./teardown.ts";

/** How long a child may take to finish its current work. */
const patienceMilliseconds = 15_000;

export interface ChildOptions {
  /**
   * The only variables that are passed on, besides the given ones: settings of whoever runs the bench would change
   * what is measured.
   */
  env?: Record<string, string>;
  cwd?: string;
  nodeOptions?: string[];
  args?: string[];
}

/** Runs one of our files in a separate Node process, which ends with this one because its channel closes. */
export function startChild(
  file: URL,
  options: ChildOptions = {},
): { child: ChildProcess; stop: () => Promise<void> } {
  const child = fork(fileURLToPath(file), options.args ?? [], {
    cwd: options.cwd,
    env: { ...handedOn(), ...options.env },
    execArgv: options.nodeOptions ?? [],
    serialization: "advanced",
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const stop = stopLater(fileURLToPath(file), () => end(child));
  return { child, stop };
}

function handedOn(): Record<string, string> {
  const names = ["PATH", "HOME", "NODE_COMPILE_CACHE"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMilliseconds);
  await exited;
  clearTimeout(timer);
}

/** The first group of `pattern` in a line that the child prints; fails if the child ends first. */
export function untilPrinted(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
      printed += chunk;
      const found = pattern.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`ended with ${code} before it was ready:\n${printed}`)));
  });
}
