import { CommanderError } from "commander";
import type { Output } from "./command.ts";
import { explain, type Failure } from "./errors.ts";
import { createProgram } from "./program.ts";
import type { Tool } from "./tool.ts";
import { toWire } from "./wire.ts";

/** Runs one command and prints its result; returns the exit code: 0, 1 for a refusal, 2 for wrong usage. */
export async function run(args: string[], tool: Tool): Promise<number> {
  const json = args.includes("--json"); // Also for errors that happen before the options are read.
  let output: Output | undefined;
  let usage = "";
  const cli = {
    ...tool,
    progress: (line: string) => void (process.stderr.isTTY && process.stderr.write(`${line}\n`)),
    answer: (given: Output) => void (output = given),
  };
  process.stdout.on("error", endOfPipe);
  try {
    const program = await createProgram(cli, (text) => void (usage += text), args);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0; // --help
    return fail(explain(error), json, usage);
  }
  if (output) print(output, json);
  return output?.exitCode ?? 0;
}

function print({ data, text, note }: Output, json: boolean): void {
  if (json) return void process.stdout.write(`${JSON.stringify(toWire(data), null, 2)}\n`);
  const body = text();
  if (body !== "") process.stdout.write(`${body}\n`);
  if (note) process.stderr.write(`${note}\n`);
}

/** `usage` is the text that commander would have printed: its error and suggestion, or the help of a group. */
function fail({ code, message, details, stack, exitCode }: Failure, json: boolean, usage: string): number {
  if (json) {
    const error = { status: "error", code, message: exitCode === 2 ? oneLine(usage, message) : message };
    process.stderr.write(`${JSON.stringify({ ...error, ...(toWire(details) as object) }, null, 2)}\n`);
  } else {
    process.stderr.write(usage || `${message}\n${stack ? `${stack}\n` : ""}`);
  }
  return exitCode;
}

const oneLine = (usage: string, message: string): string =>
  usage.startsWith("error: ") ? usage.slice("error: ".length).trim().replace(/\s+/g, " ") : message;

/** The reader of our output has closed it (`| head`). */
function endOfPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
}
