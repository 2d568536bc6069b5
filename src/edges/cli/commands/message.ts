import type { Command } from "commander";
import { listUnmatched } from "../../../domain/messages/list-unmatched.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { whole } from "../parse.ts";
import { table, time } from "../table.ts";

export function messageCommands(program: Command, cli: Cli): void {
  const group = addGroup(program, "message", "SMS that came in");
  const command = addCommand(
    group,
    "list",
    "messages that were given to nobody, newest first",
    "message list --unmatched --limit 20",
  )
    .requiredOption("--unmatched", "those that no order waited for")
    .option("--limit <count>", "how many", whole, 50)
    .option("--reveal", "with texts and codes, which is recorded in the audit log");
  does(cli, command, async (session, { limit, reveal }: { limit: number; reveal?: boolean }) => {
    const looker = reveal ? { sealer: await session.sealer(), actor: session.actor } : null;
    const messages = await listUnmatched(session, { limit, looker });
    const texts = reveal
      ? [
          { title: "CODE", of: (message: (typeof messages)[0]) => message.code },
          { title: "TEXT", of: (message: (typeof messages)[0]) => message.text ?? "(erased)" },
        ]
      : [];
    return {
      data: messages,
      text: () =>
        table(messages, [
          { title: "ID", of: (message) => message.id, align: "right" },
          { title: "TIME", of: (message) => time(message.receivedAt) },
          { title: "NUMBER", of: (message) => message.number },
          { title: "SENDER", of: (message) => message.sender },
          { title: "SERVICE", of: (message) => message.service },
          { title: "SOURCE", of: (message) => message.source },
          { title: "WHY", of: (message) => message.reason },
          ...texts,
        ]),
      note: messages.length === 0 ? "Every message found its order." : "",
    };
  });
}
