import type { Command } from "commander";
import { listErasures } from "../../../domain/erasures/queries.ts";
import { readRecord, recordAsTable } from "../../../domain/privacy/record.ts";
import { readRetention } from "../../../domain/privacy/retention.ts";
import { csvLine } from "../../../kit/csv.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { time as parseTime } from "../parse.ts";
import { fields, table, time } from "../table.ts";

export function privacyCommands(program: Command, cli: Cli): void {
  const group = addGroup(
    program,
    "privacy",
    "data protection: what is stored about people, and what was erased",
  );
  record(group, cli);
  retention(group, cli);
  erasures(group, cli);
}

function record(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "record",
    "the record of processing (GDPR, article 30): purposes, people, data, recipients, and where it is stored",
    "privacy record --csv > record.csv",
  ).option("--csv", "as a CSV file");
  does(cli, command, async ({ db }, { csv = false }: { csv?: boolean }) => {
    const found = await readRecord(db);
    const shown = (): string[] =>
      found.activities.map(({ name, basis, tables, ...rest }) => {
        const stored = tables.map((one) => one.table).join(", ");
        const { purpose, people, data, recipients, kept } = rest;
        const facts: [string, string][] = [
          ["purpose", purpose],
          ["legal basis", basis],
          ["people", people],
          ["data", data],
          ["recipients", recipients],
          ["kept", kept],
          ["stored in", stored],
        ];
        return `${name}\n${fields(facts)}`;
      });
    const { unknown } = found;
    return {
      data: found,
      text: () => (csv ? [...recordAsTable(found)].map(csvLine).join("").trimEnd() : shown().join("\n\n")),
      note:
        unknown.length === 0
          ? "The legal bases are those that usually fit; you decide."
          : `Not described: ${unknown.join(", ")}.`,
    };
  });
}

function retention(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "retention",
    "for how long each kind of data is kept, and what is erased within a day",
    "privacy retention",
  );
  does(cli, command, async ({ db, clock, config }) => {
    const rules = await readRetention(
      { db, clock },
      {
        messageRetentionDays: config.MESSAGE_RETENTION_DAYS,
        eventRetentionDays: config.EVENT_RETENTION_DAYS,
        quarantineDays: config.QUARANTINE_DAYS,
        evidenceRetentionDays: config.EVIDENCE_DAYS,
        caseRetentionDays: config.CASE_RETENTION_DAYS,
      },
    );
    return {
      data: rules,
      text: () =>
        table(rules, [
          { title: "KIND", of: ({ kind }) => kind },
          { title: "KEPT", of: ({ rule }) => rule },
          {
            title: "DUE IN A DAY",
            of: ({ due, isMore }) => `${isMore ? "over " : ""}${due}`,
            align: "right",
          },
          { title: "FIRST", of: ({ firstDueAt }) => time(firstDueAt) || "-" },
          { title: "WHAT", of: ({ what }) => what },
        ]),
    };
  });
}

function erasures(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "erasures",
    "what was erased on which day, and how much; days are in UTC",
    "privacy erasures --from 2027-01-01 --to 2027-02-01",
  )
    .option("--from <day>", "from this day", parseTime)
    .option("--to <day>", "before this day", parseTime);
  does(cli, command, async ({ db }, { from, to }: { from?: Date; to?: Date }) => {
    const dayOf = (at: Date | undefined): string | null => at?.toISOString().slice(0, 10) ?? null;
    const found = await listErasures(db, { from: dayOf(from), to: dayOf(to) });
    return {
      data: found,
      text: () =>
        table(found, [
          { title: "DAY", of: ({ day }) => day },
          { title: "KIND", of: ({ kind }) => kind },
          { title: "ERASED", of: ({ erased }) => erased, align: "right" },
        ]),
      note: found.length === 0 ? "Nothing was erased." : "",
    };
  });
}
