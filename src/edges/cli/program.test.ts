import assert from "node:assert/strict";
import { test } from "node:test";
import type { Command } from "commander";
import { called } from "./command.ts";
import { createProgram } from "./program.ts";

const kind = { describe: () => "A kind of source.", defaults: () => ({}), secretOf: () => null };

function build(): Command {
  const sourceKinds = new Map(["generic", "twilio", "signalwire"].map((name) => [name, kind]));
  return createProgram({ environment: {}, sourceKinds, progress() {}, answer() {} }, () => {});
}

const commandsOf = (command: Command): Command[] => [command, ...command.commands.flatMap(commandsOf)];

function helpOf(command: Command): string {
  let help = "";
  command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
  return help;
}

/** As a shell splits it. */
const split = (line: string): string[] =>
  Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? "");

for (const leaf of commandsOf(build()).filter((command) => command.commands.length === 0)) {
  const path: string[] = [];
  for (let at: Command | null = leaf; at?.parent; at = at.parent) path.unshift(at.name());

  test(`${path.join(" ")} explains itself, with an example that can be typed`, async () => {
    const help = helpOf(leaf);
    assert.ok(leaf.description().length > 5);
    assert.match(help, /--json/);
    const example = help.slice(help.indexOf(`${called} `) + called.length).trim();
    const program = build();
    let parsed = "";
    for (const command of commandsOf(program)) {
      if (command.commands.length === 0) command.action(() => void (parsed = command.name()));
    }
    await program.parseAsync(split(example), { from: "user" });
    assert.equal(parsed, leaf.name());
    assert.deepEqual(split(example).slice(0, path.length), path);
  });
}
