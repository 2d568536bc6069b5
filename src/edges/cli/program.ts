import { Command } from "commander";
import { called, type Cli } from "./command.ts";
import { accountCommands } from "./commands/account.ts";
import { backupCommand } from "./commands/backup.ts";
import { booksCommands } from "./commands/books.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { extractCommand } from "./commands/extract.ts";
import { forgetSealedCommand } from "./commands/forget-sealed.ts";
import { keyCommands } from "./commands/key.ts";
import { memberCommands } from "./commands/member.ts";
import { messageCommands } from "./commands/message.ts";
import { numberCommands } from "./commands/number.ts";
import { orderCommands } from "./commands/order.ts";
import { poolCommands } from "./commands/pool.ts";
import { restoreCommand } from "./commands/restore.ts";
import { serviceCommands } from "./commands/service.ts";
import { sourceCommands } from "./commands/source.ts";

const groups = [
  accountCommands,
  keyCommands,
  poolCommands,
  numberCommands,
  sourceCommands,
  serviceCommands,
  memberCommands,
  orderCommands,
  messageCommands,
  extractCommand,
  booksCommands,
  backupCommand,
  restoreCommand,
  forgetSealedCommand,
  doctorCommand,
];

/** All commands; nothing of it ends the process or prints by itself but help. */
export function createProgram(cli: Cli, printError: (text: string) => void): Command {
  const program = new Command("zapotp")
    .description(
      "The operator's tool of ZapOTP. It works on the server's database, whether the server runs or not.",
    )
    .option("--json", "print one JSON document instead of text, and errors as JSON on standard error")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeErr: printError })
    .exitOverride()
    .addHelpText("after", `\nExample:\n  ${called} account create --username shop --balance 5000.00`);
  for (const add of groups) add(program, cli);
  return program;
}
