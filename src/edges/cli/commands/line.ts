import type { Command } from "commander";
import { bringLineUp, takeLineDown } from "../../../domain/lines/change-line.ts";
import { stateOf } from "../../../domain/lines/line.ts";
import { listLines } from "../../../domain/lines/queries.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { whole } from "../parse.ts";
import { table, time } from "../table.ts";

export function lineCommands(program: Command, cli: Cli): void {
  const group = addGroup(
    program,
    "line",
    "what numbers are heard through: a source, or one of its devices, ports or SIMs",
  );
  list(group, cli);
  change(group, cli, "down", takeLineDown, {
    about: "take a line down: numbers that are heard through it alone are not sold",
    reason: "SIM blocked",
    done: (id) => `Line ${id} is down.`,
  });
  change(group, cli, "up", bringLineUp, {
    about: "bring a line up again",
    reason: "new SIM",
    done: (id) => `Line ${id} is up.`,
  });
}

function list(group: Command, cli: Cli): void {
  const command = addCommand(
    group,
    "list",
    "all lines, those that are down first; LAG is how long messages took from the network to us, over the last day",
    "line list",
  ).option("--source <id>", "only this source's", whole);
  does(cli, command, async ({ db, clock }, { source }: { source?: number }) => {
    const at = clock.now();
    const lines = (await listLines(db, at, source ?? null)).map((line) => ({
      ...line,
      state: stateOf(line, at),
    }));
    return {
      data: lines,
      text: () =>
        table(lines, [
          { title: "ID", of: ({ id }) => id, align: "right" },
          { title: "SOURCE", of: ({ sourceId, sourceName }) => `${sourceId} ${sourceName}` },
          { title: "LINE", of: ({ name }) => name || "(whole source)" },
          { title: "STATE", of: ({ state, downReason }) => (downReason ? `${state}: ${downReason}` : state) },
          { title: "HEARD", of: ({ heardAt }) => time(heardAt) },
          { title: "NUMBERS", of: ({ numbers }) => numbers, align: "right" },
          { title: "HOUR", of: ({ messagesHour }) => messagesHour, align: "right" },
          { title: "DAY", of: ({ messagesDay }) => messagesDay, align: "right" },
          {
            title: "LAG",
            of: ({ lagSeconds }) => (lagSeconds === null ? "" : `${lagSeconds} s`),
            align: "right",
          },
        ]),
    };
  });
}

function change(
  group: Command,
  cli: Cli,
  name: string,
  changed: typeof takeLineDown,
  texts: { about: string; reason: string; done: (id: number) => string },
): void {
  const command = addCommand(group, name, texts.about, `line ${name} 3 --reason "${texts.reason}"`)
    .argument("<id>", "the line, as `line list` numbers it", whole)
    .requiredOption("--reason <text>", "why; it is kept in the audit log");
  does(cli, command, async (session, { reason }: { reason: string }, id: number) => {
    await changed(session, { id, reason, actor: session.actor });
    return { data: { id }, text: () => texts.done(id) };
  });
}
