import type { Command } from "commander";
import { addOperator } from "../../../domain/members/add-operator.ts";
import { listOperators } from "../../../domain/members/queries.ts";
import { removeOperator } from "../../../domain/members/remove-operator.ts";
import { addCommand, addGroup, does, type Cli } from "../command.ts";
import { fields, table } from "../table.ts";

export function operatorCommands(program: Command, cli: Cli): void {
  const group = addGroup(
    program,
    "operator",
    "people who run this server: two of them release what an authority may have",
  );
  const add = addCommand(
    group,
    "add",
    "add an operator, whose password is printed once",
    "operator add ada",
  ).argument("<name>", "the user name");
  does(cli, add, async (session, _options: object, username: string) => {
    const added = await addOperator(session, { username, actor: session.actor });
    return {
      data: added,
      text: () =>
        fields([
          ["user name", added.username],
          ["password", added.password],
        ]),
      note: "The password is shown this once: only its hash is kept. It has to be changed at the first sign-in.",
    };
  });
  const list = addCommand(group, "list", "who the operators are", "operator list");
  does(cli, list, async ({ db }) => {
    const operators = await listOperators(db);
    return {
      data: operators,
      text: () =>
        table(operators, [
          { title: "id", of: ({ id }) => id, align: "right" },
          { title: "user name", of: ({ username }) => username },
          { title: "since", of: ({ createdAt }) => createdAt.toISOString() },
          { title: "two-factor", of: ({ totp }) => (totp ? "on" : "off") },
        ]),
    };
  });
  const remove = addCommand(
    group,
    "remove",
    "remove an operator, who is signed out at once",
    "operator remove ada",
  ).argument("<name>", "the user name");
  does(cli, remove, async (session, _options: object, username: string) => {
    const removed = await removeOperator(session, { username, actor: session.actor });
    return { data: removed, text: () => `${removed.username} is no longer an operator.` };
  });
}
