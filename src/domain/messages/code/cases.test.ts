/** Several hundred composed messages in over a hundred languages, `cases/*.txt`: each with its code, or without. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { findCode } from "../code.ts";
import { createServiceRecognizer } from "../service.ts";

interface Case {
  language: string;
  text: string;
  code: string | null;
  service: string | null;
}

const FOLDER = new URL("cases/", import.meta.url);
const files = readdirSync(FOLDER).map((name) => [name, readCases(name)] as const);
const cases = files.flatMap(([, found]) => found);
const recognize = createServiceRecognizer([]);

function readCases(file: string): Case[] {
  const lines = readFileSync(new URL(file, FOLDER), "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map(readCase);
}

function readCase(line: string): Case {
  const [language = "", marked = ""] = line.replaceAll(String.raw`\n`, "\n").split("\t");
  return {
    language,
    text: marked.replace(/[{}‹›]/g, ""),
    code: /\{(.+?)\}/.exec(marked)?.[1] ?? null,
    service: /‹(.+?)›/.exec(marked)?.[1] ?? null,
  };
}

for (const [name, found] of files) {
  test(`each code, and no other number: ${name}`, () => {
    const wrong = found
      .map(({ text, code }) => ({ text, code, found: findCode(text)?.code ?? null }))
      .filter((one) => one.found !== one.code);
    assert.deepEqual(wrong, []);
  });
}

test("in more than a hundred languages, with and without a code", () => {
  assert.ok(new Set(cases.map(({ language }) => language)).size > 100);
  assert.ok(cases.filter(({ code }) => code === null).length > 300);
});

test("nine services of ten by their name, though no list knows one of them", () => {
  const named = cases.filter(({ code, service }) => code !== null && service !== null);
  const missed = named.filter(({ text, service }) => !isSame(recognize(text)[0]?.name, service as string));
  assert.ok(missed.length <= named.length / 10, JSON.stringify(missed.map(({ text }) => text)));
});

/** With a case ending, or a word such as Bank: `Corvus`, `Corvuse`, `Corvus Bank`. */
function isSame(found: string | undefined, service: string): boolean {
  const [one, other] = [found ?? "", service].map((name) =>
    name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ""),
  );
  return one !== "" && other !== undefined && (one?.includes(other) || other.includes(one as string));
}
