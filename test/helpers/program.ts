import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Program {
  /** What it has written so far. */
  output(): string;
  stop(): Promise<void>;
}

/** A program that runs beside the tests until it is stopped. */
export function startProgram(command: string, args: string[], env: Record<string, string> = {}): Program {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  const kill = (): void => void child.kill("SIGTERM");
  process.once("exit", kill);
  return {
    output: () => output,
    async stop() {
      kill();
      const late = setTimeout(() => void child.kill("SIGKILL"), 10_000);
      await ended;
      clearTimeout(late);
      process.off("exit", kill);
    },
  };
}
