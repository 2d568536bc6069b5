import type { Command } from "commander";
import { exportRegister } from "../../../domain/numbers/register/export-register.ts";
import { readFactsFile, readRemovalFile } from "../../../domain/numbers/register/file.ts";
import { importFacts, type FactsReport } from "../../../domain/numbers/register/import-facts.ts";
import type { Fault } from "../../../domain/numbers/register/lines.ts";
import type { RegisterFilter } from "../../../domain/numbers/register/queries.ts";
import {
  removals,
  takeOut,
  type Removal,
  type RemovalReport,
} from "../../../domain/numbers/register/take-out.ts";
import { csvLine } from "../../../kit/csv.ts";
import { addCommand, addGroup, does, type Cli, type Output } from "../command.ts";
import { openText } from "../open-text.ts";
import { country, oneOf } from "../parse.ts";

export function registerCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "register", "whose our numbers are, and why some are out of sale");
  exportAll(group, cli);
  importFile(group, cli);
  takeOutFile(group, cli);
}

const states = ["in_sale", "out", "unregistered"] as const;

function exportAll(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "export",
    "the register as CSV, for an inspector: every number of our own, with owner, legal basis, reference, country, since",
    "register export --country NG > register.csv",
  )
    .option("--country <code>", "only of this country", country)
    .option("--state <state>", `only those that are ${states.join(", ")}`, oneOf(states));
  does(cli, command, async ({ db }, options: { country?: string; state?: RegisterFilter["state"] }) => {
    const filter = { country: options.country ?? null, state: options.state ?? null, contains: null };
    const records = await Array.fromAsync(exportRegister(db, filter));
    const [head = [], ...rows] = records;
    return {
      data: rows.map((row) => Object.fromEntries(row.map((cell, place) => [head[place], cell ?? null]))),
      text: () => records.map(csvLine).join("").trimEnd(),
      note: `${rows.length} numbers.`,
    };
  });
}

function importFile(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "import",
    "record the facts of a CSV file about numbers in the inventory; if a line is wrong, nothing is recorded",
    "register import facts.csv --dry-run",
  )
    .argument(
      "<file>",
      "CSV with a header: number,owner,legal_basis,since[,reference,country]; - reads standard input",
    ) // prettier-ignore
    .option("--dry-run", "only look");
  does(cli, command, async (session, { dryRun = false }: { dryRun?: boolean }, file: string) => {
    const lines = readFactsFile(openText(file, cli.environment));
    const report = await importFacts(session, { lines, dryRun, actor: session.actor });
    return outcome(report, () => describeFacts(report, dryRun));
  });
}

interface TakeOutOptions {
  status: Removal;
  reason?: string;
  dryRun?: boolean;
}

function takeOutFile(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "take-out",
    "take flagged or churned numbers out of sale for good, and note why; if a line is wrong, nothing changes",
    'register take-out churned.csv --status churned --reason "list of the regulator, May 2026" --dry-run',
  )
    .argument(
      "<file>",
      "CSV with a header: number[,status,reason]; numbers that are not ours are passed over",
    ) // prettier-ignore
    .requiredOption(
      "--status <status>",
      `for lines that do not say it: ${removals.join(" or ")}`,
      oneOf(removals),
    ) // prettier-ignore
    .option("--reason <text>", "for lines that do not say it")
    .option("--dry-run", "only look");
  does(cli, command, async (session, options: TakeOutOptions, file: string) => {
    const { status, reason = null, dryRun = false } = options;
    const lines = readRemovalFile(openText(file, cli.environment));
    const report = await takeOut(session, { lines, status, reason, dryRun, actor: session.actor });
    return outcome(report, () => describeRemoval(report, dryRun));
  });
}

function outcome(report: { faults: Fault[] }, describe: () => string): Output {
  const { faults } = report;
  const told = (): string[] =>
    faults.map(({ line, number, reason }) => `line ${line}: ${number || "(nothing)"} refused: ${reason}`);
  return {
    data: report,
    text: () => (faults.length === 0 ? describe() : told().join("\n")),
    note:
      faults.length === 0
        ? ""
        : `${faults.length === 1 ? "1 line is" : `${faults.length} lines are`} wrong, so nothing was changed.`,
    exitCode: faults.length === 0 ? 0 : 1,
  };
}

const describeFacts = ({ recorded, empty }: FactsReport, dryRun: boolean): string =>
  `${recorded} numbers ${dryRun ? "would be recorded" : "recorded"}${empty > 0 ? `, ${empty} lines say nothing` : ""}.`;

function describeRemoval(
  { takenOut, rented, alreadyOut, notOurs, empty }: RemovalReport,
  dryRun: boolean,
): string {
  const parts = [
    `${takenOut} ${dryRun ? "would be taken" : "taken"} out of sale`,
    ...(rented > 0 ? [`${rented} of them are rented now and go on until their orders end`] : []),
    `${alreadyOut} were out already`,
    `${notOurs} are not ours`,
    ...(empty > 0 ? [`${empty} lines with nothing on them`] : []),
  ];
  return `${parts.join(", ")}.`;
}
