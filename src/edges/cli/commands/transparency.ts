import { InvalidArgumentError, type Command } from "commander";
import { listWeakenedSettings } from "../../../config.ts";
import { readTransparency, tableOf } from "../../../domain/reports/transparency/transparency.ts";
import { listWeakened } from "../../../domain/safeguards/list-weakened.ts";
import { csvLine } from "../../../kit/csv.ts";
import { addCommand, does, type Cli } from "../command.ts";
import { time as readTime } from "../parse.ts";
import { table } from "../table.ts";

/** A day in UTC. */
function day(text: string): Date {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new InvalidArgumentError("It must be a day such as 2027-01-31.");
  return readTime(text);
}

export function transparencyCommand(program: Command, cli: Cli): void {
  const command = addCommand(
    program,
    "transparency",
    "how the shop was run in a period: orders, refusals by reason, reports, requests, erasures, weakened defaults",
    "transparency --from 2026-01-01 --to 2027-01-01 --csv > 2026.csv",
  )
    .requiredOption("--from <day>", "the first day (UTC)", day)
    .requiredOption("--to <day>", "the day after the last", day)
    .option("--csv", "as CSV");
  type Options = { from: Date; to: Date; csv?: boolean };
  does(cli, command, async ({ db, config }, { from, to, csv }: Options) => {
    if (from >= to) command.error("error: --to must be after --from");
    const report = await readTransparency({ db }, { from, to });
    const settings = listWeakenedSettings(config);
    const weakened = await listWeakened(db, { settings, maxOpenOrders: config.MAX_OPEN_ORDERS });
    const lines = [...tableOf(report, weakened)];
    return {
      data: { ...report, weakened },
      text: () =>
        csv
          ? [["section", "name", "value"], ...lines]
              .map((line) => csvLine(line))
              .join("")
              .trimEnd()
          : table(lines, [
              { title: "SECTION", of: ([section]) => section },
              { title: "NAME", of: ([, name]) => name },
              { title: "VALUE", of: ([, , value]) => value, align: "right" },
            ]),
    };
  });
}
