import type { Command } from "commander";
import { putBack } from "../../../domain/numbers/put-back.ts";
import { retire } from "../../../domain/numbers/retire.ts";
import { listNumbers } from "../../../domain/numbers/queries.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { country, whole } from "../parse.ts";
import { table, time } from "../table.ts";
import { addNumbers, importFile } from "./number-import.ts";

export function numberCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "number", "phone numbers of our own");
  importFile(group, cli);
  addNumbers(group, cli);
  addRetire(group, cli);
  addPutBack(group, cli);
  list(group, cli);
}

function addRetire(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "retire",
    "take a number out for good; an order that is open on it goes on",
    'number retire 15550123456 --reason "the carrier took it back"',
  )
    .argument("<number>", "with its country code")
    .option("--reason <text>", "why; it is kept in the audit log");
  does(cli, command, async ({ db, clock, actor }, options: { reason?: string }, given: string) => {
    const retired = await retire({ db, clock }, { number: given, reason: options.reason ?? null, actor });
    return {
      data: retired,
      text: () => `${retired.number} (pool ${retired.poolId}) is retired since ${time(retired.retiredAt)}.`,
    };
  });
}

function addPutBack(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "put-back",
    "put a number back on sale that a case took out",
    'number put-back 15550123456 --reason "the appeal in R17 was right"',
  )
    .argument("<number>", "with its country code")
    .requiredOption("--reason <text>", "why; it is kept in the audit log");
  does(cli, command, async ({ db, clock, actor }, { reason }: { reason: string }, given: string) => {
    const { number } = await putBack({ db, clock }, { number: given, reason, actor });
    return { data: { number }, text: () => `${number} is back on sale.` };
  });
}

interface ListOptions {
  pool?: number;
  country?: string;
  search?: string;
  retired?: boolean;
  limit: number;
  after?: number;
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "list",
    "the inventory, in the order it came in",
    "number list --pool 1 --country US",
  )
    .option("--pool <id>", "only of this pool", whole)
    .option("--country <code>", "only of this country", country)
    .option("--search <digits>", "only numbers with these digits in them")
    .option("--retired", "those that were retired instead")
    .option("--limit <count>", "how many", whole, 100)
    .option("--after <id>", "only numbers after this ID, to read on", whole);
  does(cli, command, async ({ db }, options: ListOptions) => {
    const filter = {
      poolId: options.pool ?? null,
      country: options.country ?? null,
      contains: options.search?.replace(/\D/g, "") ?? null,
      retired: options.retired ?? false,
      afterId: options.after ?? 0,
    };
    const numbers = await listNumbers(db, filter, options.limit);
    return {
      data: numbers,
      text: () =>
        table(numbers, [
          { title: "ID", of: (entry) => entry.id, align: "right" },
          { title: "NUMBER", of: (entry) => entry.number },
          { title: "POOL", of: (entry) => entry.poolId, align: "right" },
          { title: "COUNTRY", of: (entry) => entry.country },
          { title: "AREA", of: (entry) => entry.areaCode },
          { title: "TYPE", of: (entry) => entry.lineType },
          { title: "RENTED FOR", of: (entry) => entry.rentedFor.join(" ") },
          { title: "ADDED", of: (entry) => time(entry.createdAt) },
        ]),
      note:
        numbers.length === options.limit
          ? `There may be more: --after ${numbers.at(-1)?.id} reads on.`
          : numbers.length === 0
            ? "No number is like that."
            : "",
    };
  });
}
