import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { describeSkips, readSkips, unexpectedSkips } from "./skips.ts";

const program = `
import { test } from "node:test";
test("runs", () => {});
test("by option", { skip: "no browser" }, () => {});
test("also", { skip: "no browser" }, () => {});
test("on its way", (t) => t.skip("the registry did not answer, so nothing is known: 405"));
test("says nothing", { skip: true }, () => {});
test("in another", (t) => t.test("inner", { skip: "no browser" }, () => {}));
`;

test("every skipped test is counted with its reason, and those that should have run are found", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-skips-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const [file, skipped] = [join(folder, "some.test.mjs"), join(folder, "skipped")];
  writeFileSync(file, program);
  const args = [
    "--test",
    `--test-reporter=${join(import.meta.dirname, "skip-reporter.ts")}`,
    `--test-reporter-destination=${skipped}`,
    "--test-force-exit",
    file,
  ];
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  assert.equal(spawnSync(process.execPath, args, { env }).status, 0);
  const skips = readSkips(skipped);
  assert.equal(
    describeSkips(skips),
    "5 tests were skipped (3: no browser; 1: the registry did not answer, so nothing is known: 405; 1: no reason is given).",
  );
  assert.deepEqual(
    unexpectedSkips(skips).map(({ test: name }) => name),
    ["by option", "also", "says nothing", "inner"],
  );
});

test("nothing skipped, one skipped", () => {
  assert.equal(describeSkips([]), "No test was skipped.");
  assert.equal(describeSkips([{ test: "a", why: "b" }]), "1 test was skipped (1: b).");
  assert.deepEqual(readSkips(join(tmpdir(), "zapotp-no-such-file")), []);
  assert.deepEqual(
    unexpectedSkips([{ test: "a", why: "the documented contract does not stand beside the project" }]),
    [],
  );
});
