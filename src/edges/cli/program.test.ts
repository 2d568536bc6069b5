import assert from "node:assert/strict";
import { test } from "node:test";
import { CommanderError, type Command } from "commander";
import type { KindOption, OfferedKind } from "../../domain/sources/kind.ts";
import { called } from "./command.ts";
import { explain } from "./errors.ts";
import { createProgram } from "./program.ts";

const text = (name: string): KindOption => ({ name, label: name, help: "A setting.", type: "text" });
const kind = (options: KindOption[]): OfferedKind => ({
  describe: () => "A kind of source.",
  options,
  guide: () => ({ steps: [], curl: null }),
  defaults: () => ({}),
  secretOf: () => null,
  isOpen: () => false,
  renew: () => ({}),
});
const signed = kind([{ ...text("secrets"), type: "secrets", required: true }]);
const sourceKinds = new Map([
  ["generic", kind([text("auth"), text("fields.to"), text("fields.text")])],
  ["twilio", signed],
  ["signalwire", signed],
]);

function build(args: string[] = []): Promise<Command> {
  return createProgram({ environment: {}, sourceKinds, progress() {}, answer() {} }, () => {}, args);
}

const commandsOf = (command: Command): Command[] => [command, ...command.commands.flatMap(commandsOf)];

function helpOf(command: Command): string {
  let help = "";
  command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
  return help;
}

/** Splits it as a shell does. */
const split = (line: string): string[] =>
  Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? "");

for (const leaf of commandsOf(await build()).filter((command) => command.commands.length === 0)) {
  const path: string[] = [];
  for (let at: Command | null = leaf; at?.parent; at = at.parent) path.unshift(at.name());

  test(`${path.join(" ")} explains itself, with an example that can be typed`, async () => {
    const help = helpOf(leaf);
    assert.ok(leaf.description().length > 5);
    assert.match(help, /--json/);
    const typed = help.slice(help.indexOf(`${called} `) + called.length).trim();
    const example = typed.replace(/ > \S+$/, ""); // That is the shell's.
    const program = await build();
    let parsed = "";
    for (const command of commandsOf(program)) {
      if (command.commands.length === 0) command.action(() => void (parsed = command.name()));
    }
    await program.parseAsync(split(example), { from: "user" });
    assert.equal(parsed, leaf.name());
    assert.deepEqual(split(example).slice(0, path.length), path);
  });
}

const wrong: [string, RegExp][] = [
  ["acount list", /unknown command 'acount'/],
  ["account creat", /unknown command 'creat'/],
  ["account", /A command is missing/],
  ["account list extra", /too many arguments/],
  ["account credit shop 0 --reason x", /must not be 0/],
  ["account credit shop 1e3 --reason x", /amount such as 450\.00/],
  ["account create --username a --ballance 1", /unknown option '--ballance'/],
  ["key create shop --scopes write", /read or rent or admin/],
  ["pool create --name x --provider mars", /global or usa/],
  ["pool set-price 0 1", /whole number, at least 1/],
  ["source create pigeon --name x", /unknown command 'pigeon'/],
  ["source create generic --name x --settings [1]", /JSON object/],
  ["message list", /required option '--unmatched'/],
];
for (const [line, why] of wrong) {
  test(`wrong usage: ${line}`, async () => {
    const args = line.split(" ");
    const program = await build(args);
    await assert.rejects(program.parseAsync(args, { from: "user" }), (error) => {
      assert.ok(error instanceof CommanderError);
      const { exitCode, message } = explain(error);
      assert.equal(exitCode, 2);
      assert.match(message, why);
      return true;
    });
  });
}

test("a command's name loads its own group alone; all are there for help and for what is misspelt", async () => {
  const names = async (...args: string[]): Promise<string[]> =>
    (await build(args)).commands.map((command) => command.name());
  const all = await names();
  assert.ok(all.length > 10);
  for (const name of all) assert.deepEqual(await names("--json", name, "list"), [name]);
  for (const args of [["--help"], ["help", "order"], ["acount", "list"], ["constructor"], []])
    assert.deepEqual(await names(...args), all, args.join(" "));
});
