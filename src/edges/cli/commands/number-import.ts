import type { Command } from "commander";
import { importNumbers, type ImportInput, type LineRemark } from "../../../domain/numbers/import-numbers.ts";
import { addCommand, does, type Cli, type Output } from "../command.ts";
import { readNumberFile } from "../../../domain/numbers/number-file.ts";
import { openText } from "../open-text.ts";
import { country, whole } from "../parse.ts";
import type { Session } from "../session.ts";

interface ImportOptions {
  pool: number;
  dryRun?: boolean;
  strict?: boolean;
}

export function importFile(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "import",
    "add the numbers of a CSV file to a pool; what is wrong is told line by line",
    "number import numbers.csv --pool 1 --dry-run",
  )
    .argument("<file>", "CSV with a header: number[,country,area_code,line_type]; - reads standard input")
    .requiredOption("--pool <id>", "as pool list shows it", whole)
    .option("--dry-run", "only look")
    .option("--strict", "import nothing when a line cannot be used");
  does(
    cli,
    command,
    (session, { pool: poolId, dryRun = false, strict = false }: ImportOptions, file: string) => {
      const lines = readNumberFile(openText(file, cli.environment));
      return bringIn(session, cli, { poolId, lines, dryRun, strict, actor: session.actor });
    },
  );
}

export function addNumbers(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "add",
    "add numbers to a pool",
    "number add +15550123456 15550123457 --pool 1",
  )
    .argument("<numbers...>", "with their country codes")
    .requiredOption("--pool <id>", "as pool list shows it", whole)
    .option("--country <code>", "where the digits fit several", country)
    .option("--area-code <digits>", "where it is not in the digits")
    .option("--line-type <type>", "mobile, fixed_line, voip, …");
  type Options = { pool: number; country?: string; areaCode?: string; lineType?: string };
  does(cli, command, async (session, options: Options, numbers: string[]) => {
    const { pool: poolId, country: where = "", areaCode = "", lineType = "" } = options;
    const lines = numbers.map((number, place) => ({
      line: place + 1,
      number,
      country: where,
      areaCode,
      lineType,
    }));
    const output = await bringIn(
      session,
      cli,
      { poolId, lines, dryRun: false, strict: false, actor: session.actor },
      "number",
    );
    const { rejected } = output.data;
    return { ...output, exitCode: rejected.length > 0 ? 1 : 0 }; // All were meant, so one refusal is a failure.
  });
}

interface Report {
  poolId: number;
  dryRun: boolean;
  read: number;
  empty: number;
  added: number;
  duplicates: LineRemark[];
  rejected: LineRemark[];
}

async function bringIn(
  { db, clock }: Session,
  cli: Cli,
  input: ImportInput,
  place = "line",
): Promise<Output & { data: Report }> {
  const report: Report = {
    poolId: input.poolId,
    dryRun: input.dryRun,
    read: 0,
    empty: 0,
    added: 0,
    duplicates: [],
    rejected: [],
  };
  for await (const batch of importNumbers({ db, clock }, input)) {
    report.read += batch.read;
    report.empty += batch.empty;
    report.added += batch.added;
    // One by one: spreading a hundred thousand would put them all on the stack as arguments.
    for (const remark of batch.duplicates) report.duplicates.push(remark);
    for (const remark of batch.rejected) report.rejected.push(remark);
    cli.progress(`${report.read} lines read, ${report.added} numbers added`);
  }
  const { added, rejected } = report;
  const failed = rejected.length > 0 && (input.strict || added === 0);
  return {
    data: report,
    text: () => describe(report, place),
    note: input.strict && failed ? "Nothing is imported, for --strict was given." : "",
    exitCode: failed ? 1 : 0,
  };
}

function describe({ poolId, dryRun, added, empty, duplicates, rejected }: Report, place: string): string {
  const told = (remarks: LineRemark[], what: string): string[] =>
    remarks.map(
      ({ line, number, reason }) => `${place} ${line}: ${number || "(nothing)"} ${what}: ${reason}`,
    );
  const counts = [
    `${added} ${dryRun ? "would be added" : "added"} to pool ${poolId}`,
    `${duplicates.length} passed over`,
    `${rejected.length} refused`,
    ...(empty > 0 ? [`${empty} ${place}s with nothing on them`] : []),
  ];
  const sum = `${counts.join(", ")}.`;
  return [...told(rejected, "refused"), ...told(duplicates, "passed over"), sum].join("\n");
}
