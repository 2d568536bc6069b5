import { Command } from "commander";
import { called, type Cli } from "./command.ts";

type AddCommands = (program: Command, cli: Cli) => void;

/**
 * By the first word of a command. Each is loaded on demand, so that a command does not wait for the libraries of all
 * the others.
 */
const groups = new Map<string, () => Promise<AddCommands>>([
  ["account", async () => (await import("./commands/account.ts")).accountCommands],
  ["key", async () => (await import("./commands/key.ts")).keyCommands],
  ["pool", async () => (await import("./commands/pool.ts")).poolCommands],
  ["number", async () => (await import("./commands/number.ts")).numberCommands],
  ["register", async () => (await import("./commands/register.ts")).registerCommands],
  ["privacy", async () => (await import("./commands/privacy.ts")).privacyCommands],
  ["line", async () => (await import("./commands/line.ts")).lineCommands],
  ["source", async () => (await import("./commands/source.ts")).sourceCommands],
  ["service", async () => (await import("./commands/service.ts")).serviceCommands],
  ["member", async () => (await import("./commands/member.ts")).memberCommands],
  ["operator", async () => (await import("./commands/operator.ts")).operatorCommands],
  ["order", async () => (await import("./commands/order.ts")).orderCommands],
  ["message", async () => (await import("./commands/message.ts")).messageCommands],
  ["report", async () => (await import("./commands/report.ts")).reportCommands],
  ["request", async () => (await import("./commands/request.ts")).requestCommands],
  ["transparency", async () => (await import("./commands/transparency.ts")).transparencyCommand],
  ["extract", async () => (await import("./commands/extract.ts")).extractCommand],
  ["audit", async () => (await import("./commands/audit.ts")).auditCommands],
  ["books", async () => (await import("./commands/books.ts")).booksCommands],
  ["backup", async () => (await import("./commands/backup.ts")).backupCommand],
  ["restore", async () => (await import("./commands/restore.ts")).restoreCommand],
  ["forget-sealed", async () => (await import("./commands/forget-sealed.ts")).forgetSealedCommand],
  ["doctor", async () => (await import("./commands/doctor.ts")).doctorCommand],
]);

/**
 * The commands that these arguments may mean: those of the named group, or all of them for help and for suggestions.
 * Only help prints anything by itself, and nothing ends the process.
 */
export async function createProgram(
  cli: Cli,
  printError: (text: string) => void,
  args: string[] = [],
): Promise<Command> {
  const program = new Command("zapotp")
    .description(
      "The operator's tool of ZapOTP. It works on the server's database, whether the server runs or not.",
    )
    .option("--json", "print one JSON document instead of text, and errors as JSON on standard error")
    .option("--as <name>", "who you are, for the audit log; otherwise the name you are signed in with here")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeErr: printError })
    .exitOverride()
    .addHelpText("after", `\nExample:\n  ${called} account create --username shop --balance 5000.00`);
  for (const add of await loadGroups(args)) add(program, cli);
  return program;
}

function loadGroups(args: string[]): Promise<AddCommands[]> {
  const isName = (index: number): boolean => args[index - 1] === "--as";
  const named = groups.get(args.find((arg, index) => !arg.startsWith("-") && !isName(index)) ?? "");
  return Promise.all((named ? [named] : [...groups.values()]).map((load) => load()));
}
