import type { Command } from "commander";
import { withSession, type Session } from "./session.ts";
import type { Tool } from "./tool.ts";

/** What a command has to say, in both forms; the one that was not asked for is not made. */
export interface Output {
  /** What `--json` prints, in the domain's own names (wire.ts translates). */
  data: unknown;
  /** What a person reads on standard output; empty: nothing. */
  text(): string;
  /** Told on standard error beside the text, so that a file gets the text alone. */
  note?: string;
  exitCode?: number;
}

/** Where the commands leave what they have to say, and what the process knows about who listens. */
export interface Cli extends Tool {
  /** Told what takes long; nobody listens where standard error is no terminal. */
  progress(line: string): void;
  answer(output: Output): void;
}

/** How a command is typed, for examples. */
export const called = "npm run -s zapotp --";

/** A group of commands about one thing: `account`, `key`, … */
export function addGroup(program: Command, name: string, about: string): Command {
  return program.command(name).description(about);
}

/**
 * Adds a command: `usage` is its name and arguments as commander writes them, `example` what follows the tool's name
 * in the example that its help ends with.
 */
export function addCommand(group: Command, usage: string, about: string, example: string): Command {
  return group.command(usage).description(about).addHelpText("after", `\nExample:\n  ${called} ${example}`);
}

/** What the command does: `work` gets an open session, the options, and the arguments as their parsers left them. */
export function does<Options, Args extends unknown[]>(
  cli: Cli,
  command: Command,
  work: (session: Session, options: Options, ...args: Args) => Promise<Output>,
): void {
  command.action(async () => {
    const args = command.processedArgs as Args;
    cli.answer(
      await withSession(cli, cli.progress, (session) => work(session, command.opts() as Options, ...args)),
    );
  });
}
