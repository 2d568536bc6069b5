import assert from "node:assert/strict";
import { test } from "node:test";
import { Command } from "commander";
import type { SourceOptions } from "../../src/domain/sources/kind.ts";
import { genericOptions } from "../../src/edges/inbound/generic/options.ts";
import {
  addKindOptions,
  readKindOptions,
  type GivenOptions,
} from "../../src/edges/cli/commands/source-options.ts";

function settingsOf(...words: string[]): Promise<SourceOptions> {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  addKindOptions(command, genericOptions);
  const given = command.parse(words, { from: "user" }).opts<GivenOptions>();
  return readKindOptions(genericOptions, given, {});
}

test("settings as JSON can be combined with options, which take precedence", async () => {
  const json = JSON.stringify({
    fields: { text: "body", id: "ref" },
    lines: { SIM1: "111" },
    items: "list",
    filter: { path: "type", equals: "in" },
  });
  const words = [
    "--field-to",
    "msisdn",
    "--field-text",
    "data.body",
    "--line",
    "SIM2=+234 803 1234567",
    "--settings",
    json,
  ];
  assert.deepEqual((await settingsOf(...words)).settings, {
    items: "list",
    filter: { path: "type", equals: "in" },
    fields: { text: "data.body", id: "ref", to: "msisdn" },
    lines: { SIM1: "111", SIM2: "+234 803 1234567" },
  });
});

test("every field has an option, including those for parts", async () => {
  const names = [
    "to",
    "from",
    "text",
    "id",
    "timestamp",
    "line",
    "part-reference",
    "part-total",
    "part-number",
  ];
  const { settings } = await settingsOf(...names.flatMap((name) => [`--field-${name}`, `at.${name}`]));
  assert.deepEqual(settings, {
    fields: {
      to: "at.to",
      from: "at.from",
      text: "at.text",
      id: "at.id",
      timestamp: "at.timestamp",
      line: "at.line",
      partReference: "at.part-reference",
      partTotal: "at.part-total",
      partNumber: "at.part-number",
    },
  });
});

test("the other settings, and none if nothing is given", async () => {
  const words = "--items a.b --country ng --number 123 --text-encoding ucs2 --time-zone Africa/Lagos".split(
    " ",
  );
  assert.deepEqual((await settingsOf(...words)).settings, {
    items: "a.b",
    defaultCountry: "NG",
    number: "123",
    textEncoding: "ucs2",
    timeZone: "Africa/Lagos",
  });
  assert.deepEqual((await settingsOf()).settings, {});
});

test("a line without a number is refused, and fields that are no object are left for the kind to refuse", async () => {
  await assert.rejects(async () => settingsOf("--line", "SIM1"), /such as SIM1=/);
  assert.deepEqual((await settingsOf("--settings", '{"fields":"to"}')).settings, { fields: "to" });
});
