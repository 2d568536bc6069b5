import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .toSorted();
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const isSqlFile = (file: string): boolean => /^domain\/.*\/(sql|queries)\.ts$/.test(file);

/** How a statement is run (kit/db.ts). */
const statement = /\.rows\s*[<(]/;

test("SQL stands in the domain's sql.ts and queries.ts, and in the kit", () => {
  const elsewhere = files.filter(
    (file) => !isSqlFile(file) && !file.startsWith("kit/") && statement.test(textOf(file)),
  );
  assert.deepEqual(elsewhere, []);
  assert.ok(files.filter((file) => isSqlFile(file) && statement.test(textOf(file))).length > 40);
});

test("queries.ts reads: it neither writes nor locks", () => {
  const writes =
    /\b(insert into|update \w+ (\w+ )?set|delete from|for (no key )?update|for share|pg_(try_)?advisory)\b/;
  assert.deepEqual(
    files.filter((file) => file.endsWith("/queries.ts") && writes.test(textOf(file))),
    [],
  );
});

test("no file of SQL is longer than 300 lines", () => {
  assert.deepEqual(
    files.filter((file) => isSqlFile(file) && textOf(file).split("\n").length > 300),
    [],
  );
});

/** The steps of the paths in ARCHITECTURE.md, each with the step that it is indented under. */
function readTrails(): { file: string; under: string | null }[] {
  const text = readFileSync(join(root, "../ARCHITECTURE.md"), "utf8");
  const trails = text.slice(text.indexOf("## Three trails"), text.indexOf("## Rules that hold always"));
  const steps: { file: string; under: string | null }[] = [];
  const above: string[] = [];
  for (const [, indent = "", file = ""] of trails.matchAll(/^( *)((?:edges|domain|kit)\/\S+\.ts)\b/gm)) {
    const depth = indent.length / 2;
    above.length = depth;
    steps.push({ file, under: depth === 0 ? null : (above[depth - 1] ?? "nothing") });
    above[depth] = file;
  }
  return steps;
}

test("the trails of ARCHITECTURE.md can be walked: each step is imported by the one above it", () => {
  const steps = readTrails();
  assert.ok(steps.length > 60, `${steps.length} steps`);
  for (const { file, under } of steps) {
    assert.ok(files.includes(file), `${file} does not exist`);
    if (under === null) continue;
    const path = relative(dirname(under), file);
    const specifier = path.startsWith(".") ? path : `./${path}`;
    assert.ok(textOf(under).includes(`from "${specifier}"`), `${under} does not import ${file}`);
  }
});
