import type { Command } from "commander";
import { actorOf } from "./acting.ts";
import { withSession, type Session } from "./session.ts";
import type { Tool } from "./tool.ts";

/** The result of a command in both forms; only the requested one is created. */
export interface Output {
  /** What `--json` prints, in the domain's own names (wire.ts translates). */
  data: unknown;
  /** What is printed on standard output for people; empty: nothing. */
  text(): string;
  /** Printed on standard error beside the text, so that a file gets only the text. */
  note?: string;
  exitCode?: number;
}

/** Where the commands put their results, and what the process knows about who reads them. */
export interface Cli extends Tool {
  /** Reports progress of long work; does nothing if standard error is not a terminal. */
  progress(line: string): void;
  answer(output: Output): void;
}

/** How a command is typed, for use in examples. */
export const called = "npm run -s zapotp --";

/** A group of commands about one thing: `account`, `key`, … */
export function addGroup(program: Command, name: string, about: string): Command {
  return program.command(name).description(about);
}

/**
 * Adds a command: `usage` is its name and arguments as commander writes them, `example` what follows the tool's name
 * in the example at the end of its help.
 */
export function addCommand(group: Command, usage: string, about: string, example: string): Command {
  return group.command(usage).description(about).addHelpText("after", `\nExample:\n  ${called} ${example}`);
}

/**
 * Sets what the command does: `work` gets an open session, the options, and the arguments as their parsers returned
 * them.
 */
export function does<Options, Args extends unknown[]>(
  cli: Cli,
  command: Command,
  work: (session: Session, options: Options, ...args: Args) => Promise<Output>,
): void {
  command.action(async () => {
    const args = command.processedArgs as Args;
    const actor = actorOf(command.optsWithGlobals<{ as?: string }>().as, cli.environment);
    cli.answer(
      await withSession({ ...cli, actor }, cli.progress, (session) =>
        work(session, command.opts() as Options, ...args),
      ),
    );
  });
}
