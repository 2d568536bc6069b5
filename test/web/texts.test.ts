import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { statusOf } from "../../src/edges/api/errors.ts";
import { dashboardCodes } from "../../src/edges/dashboard/errors.ts";
import { projectRoot } from "../../src/kit/paths.ts";
import { audit } from "../../web/src/texts/en/audit.ts";
import { fr } from "../../web/src/texts/fr.ts";
import { isOne, several } from "../../web/src/texts/fr/count.ts";

const texts = join(projectRoot, "web", "src", "texts");
const filesIn = (language: string): string[] =>
  globSync(`${language}/*.ts`, { cwd: texts })
    .map((path) => basename(path))
    .filter((name) => name !== "count.ts" && name !== "refusals.ts") // What they count with; English is the server's.
    .toSorted();

/** Names of products and units, and words that both languages write alike. */
const same = new Set([
  ..."ZapOTP API HTTP Node ok Code Message Messages Service Services Source Sources Sessions Session".split(
    " ",
  ),
  ..."Pool Points Guides Notifications Actions Menu Mode Secret Stock Active".split(" "),
  ..."Invitation Invitations zap_test_…".split(" "),
  "account 2, pool 1, whatsapp …",
  "Version 31",
  "E-mail",
  "E-mail (SMTP)",
  "code 31",
]);
/** Codes of errors and services, which programs read. */
const isCode = (path: string): boolean => /^docs\.ts\.docs\.(errorList|sandboxServices)\.\d+\.0$/.test(path);

interface Leaf {
  path: string;
  value: unknown;
}

/** Every text, function and figure below a value, with its path. */
function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, part]) => leaves(part, `${path}.${name}`));
}

/** Other words for countries differ in number between languages. */
const isFree = (path: string): boolean => path.startsWith("palette.ts.countryWords.");

async function leavesOf(language: string): Promise<Map<string, unknown>> {
  const found = await Promise.all(
    filesIn(language).map(async (name) => leaves({ ...(await import(join(texts, language, name))) }, name)),
  );
  return new Map(
    found
      .flat()
      .filter(({ path }) => !isFree(path))
      .map(({ path, value }) => [path, value]),
  );
}

const marks = [31, 32, 33, 34];

/** What a text says of things called 31, 32, …; of lists of them, or of what names them, if it wants those. */
function said(text: unknown): string {
  if (typeof text !== "function") return String(text);
  const given = marks.slice(0, text.length);
  const lists = given.map((mark) => [String(mark)]);
  for (const attempt of [given, lists, [...lists.slice(0, -1), (name: string) => name]])
    try {
      return String(text(...attempt));
    } catch {
      continue;
    }
  return assert.fail(`What does ${text} want?`);
}

const marksIn = (text: string): string[] => [...new Set(text.match(/\b3[1-4]\b/g))].toSorted();

test("French has every file, every text and every place for a value that English has", async () => {
  assert.deepEqual(filesIn("fr"), filesIn("en"));
  const [english, french] = [await leavesOf("en"), await leavesOf("fr")];
  assert.ok(english.size > 800, `${english.size} texts`);
  assert.deepEqual([...french.keys()].toSorted(), [...english.keys()].toSorted());
  for (const [path, text] of english) {
    const twin = french.get(path);
    assert.equal(typeof twin, typeof text, path);
    if (typeof text === "function") assert.equal((twin as () => void).length, text.length, path);
    if (typeof text === "number") assert.equal(twin, text, path);
    assert.deepEqual(marksIn(said(twin)), marksIn(said(text)), path);
    assert.notEqual(said(twin).trim(), "", path);
  }
});

test("every French text is loaded with French", async () => {
  const loaded = new Set(leaves(fr, "fr").map(({ value }) => value));
  const french = await leavesOf("fr");
  const missing = [...french].filter(([, value]) => !loaded.has(value)).map(([path]) => path);
  assert.deepEqual(
    missing.filter((path) => !path.startsWith("push.ts.push.")), // The service worker has those.
    [],
  );
});

test("no French text is the English one, but for words that both languages write alike", async () => {
  const [english, french] = [await leavesOf("en"), await leavesOf("fr")];
  const alike = [...english]
    .filter(
      ([path, text]) => typeof text !== "number" && !isCode(path) && said(text) === said(french.get(path)),
    )
    .map(([path, text]) => ({ path, text: said(text) }))
    .filter(({ text }) => /\p{Letter}{2}/u.test(text));
  assert.deepEqual(
    alike.filter(({ text }) => !same.has(text)).map(({ path, text }) => `${path}: ${text}`),
    [],
  );
  const used = new Set(alike.map(({ text }) => text));
  assert.deepEqual(
    [...same].filter((text) => !used.has(text)),
    [],
    "the list names only what is there",
  );
});

test("every action that is recorded has words in the audit log", () => {
  const recorded = globSync("src/**/*.ts", { cwd: projectRoot, exclude: (path) => path.endsWith(".test.ts") })
    .map((path) => readFileSync(join(projectRoot, path), "utf8"))
    .filter((text) => /recordActions?\b/.test(text))
    .flatMap((text) => [...text.matchAll(/"([a-z]+\.[a-z]+(?:-[a-z]+)*)"/g)].map(([, name = ""]) => name));
  assert.ok(recorded.length > 60);
  const wordless = recorded.filter((name) => !(name in audit.actionNames) && !name.endsWith(".csv"));
  assert.deepEqual(wordless, []);
});

test("French is set as the French set it: thin spaces that do not break, its quotation marks and apostrophes", () => {
  const wrong = leaves(fr, "fr")
    .map(({ path, value }) => ({ path, text: said(value) }))
    .filter(({ text }) => /[^\u202f][;:!?»%](?=\s|$)|«[^\u202f]|\p{Letter}'|"/u.test(text))
    .map(({ path, text }) => `${path}: ${text}`);
  assert.deepEqual(wrong, []);
});

test("every refusal of the server is told in French, unless its code means too many things", () => {
  const inServersWords = [
    "forbidden",
    "invalid_file",
    "invalid_request",
    "message_not_assignable",
    "method_not_allowed",
    "not_found",
    "unknown_duration",
    "unknown_provider",
  ];
  const codes = Object.keys({ ...statusOf, ...dashboardCodes.statuses });
  assert.deepEqual(codes.filter((code) => !(code in fr.refusals)).toSorted(), inServersWords);
  assert.deepEqual(
    Object.keys(fr.refusals).filter((code) => !codes.includes(code)),
    [],
  );
});

test("French counts none and one in the singular", () => {
  assert.deepEqual(
    [0, 1, 1.9, 2, 1234].map((n) => several(n, "ligne", "lignes")),
    ["0 ligne", "1 ligne", "1,9 ligne", "2 lignes", "1\u202f234 lignes"],
  );
  assert.equal(isOne(-1), true);
});
