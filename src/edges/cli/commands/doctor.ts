import type { Command } from "commander";
import { systemClock } from "../../../kit/clock.ts";
import { addCommand, type Cli } from "../command.ts";
import { examine } from "../doctor/examine.ts";
import type { Finding } from "../doctor/finding.ts";

export function doctorCommand(program: Command, cli: Cli): void {
  const command = addCommand(
    program,
    "doctor",
    "check settings, database, key, stock and books, and say what to do; exit code 1 if something fails",
    "doctor",
  );
  command.action(async () => {
    const checks: Finding[] = [];
    for await (const finding of examine(cli, systemClock, cli.progress)) checks.push(finding);
    const good = checks.every(({ level }) => level !== "fail");
    const width = Math.max(...checks.map(({ check }) => check.length));
    cli.answer({
      data: { ok: good, checks },
      text: () =>
        checks
          .map(({ level, check, message }) => `${level.padEnd(4)}  ${check.padEnd(width)}  ${message}`)
          .join("\n"),
      exitCode: good ? 0 : 1,
    });
  });
}
