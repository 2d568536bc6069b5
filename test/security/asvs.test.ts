import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { projectRoot } from "../../src/kit/paths.ts";

const states = ["met", "partly", "not met", "operator"];
const text = readFileSync(join(projectRoot, "docs/asvs.md"), "utf8");
const rows = text
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("the ASVS table names files that exist, a state for each point, and each point once", () => {
  const ids = rows.flatMap(([, id = ""]) => id.split(", "));
  assert.ok(rows.length > 100);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, id = "", what = "", state = "", where = ""] of rows) {
    assert.ok(states.includes(state), `${id}: ${state}`);
    assert.ok(what !== "" && where !== "", id);
    const files = [...where.matchAll(/`([^`]+)`/g)]
      .map(([, name]) => name ?? "")
      .filter((name) => /^[\w.-]+(\/[\w.-]+)+$|^[\w.-]+\.(md|json|cjs)$/.test(name));
    for (const file of files)
      assert.ok(existsSync(join(projectRoot, file)), `${id} names ${file}, which is not there`);
    if (state === "met" && files.length === 0)
      assert.match(where, /there are none|by what there is/, `${id} is met by nothing`);
  }
});

test("every chapter is there", () => {
  for (let chapter = 1; chapter <= 17; chapter++)
    assert.match(text, new RegExp(`^## .*\\bV${chapter}\\b`, "m"));
  assert.match(readFileSync(join(projectRoot, "SECURITY.md"), "utf8"), /docs\/asvs\.md/);
});
