import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { handOver } from "./hand-over-secrets.ts";

const lines = ["This is the first start.", "  operator / the-password"];

function receive(isTerminal: boolean, prepare: (folder: string) => void = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-hand-over-"));
  const said: string[] = [];
  const path = join(folder, "first-start.txt");
  try {
    prepare(folder);
    const receiver = { isTerminal, say: (line: string) => void said.push(line), folder };
    handOver(lines, receiver);
    const mode = isTerminal ? null : statSync(path).mode & 0o777;
    return { said: said.join("\n"), mode, left: isTerminal ? "" : readFileSync(path, "utf8"), path };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a terminal is shown the secrets; otherwise they go to a file that only its owner can read", () => {
  const terminal = receive(true);
  assert.match(terminal.said, /the-password/);
  const log = receive(false);
  assert.ok(!log.said.includes("the-password"));
  assert.ok(log.said.includes(log.path), "where it is");
  assert.deepEqual([log.mode, log.left], [0o600, `${lines.join("\n")}\n`]);
});

test("an existing file that others can read is not written to", () => {
  const { mode, left } = receive(false, (folder) => {
    writeFileSync(join(folder, "first-start.txt"), "old");
    chmodSync(join(folder, "first-start.txt"), 0o666);
  });
  assert.deepEqual([mode, left], [0o600, `${lines.join("\n")}\n`]);
});

test("the folder is created if nothing else has needed it", () => {
  const { mode } = receive(false, (folder) => rmSync(folder, { recursive: true }));
  assert.equal(mode, 0o600);
});

test("an unwritable place is reported with a way out, and no secret gets into a log", () => {
  assert.throws(
    () => receive(false, (folder) => mkdirSync(join(folder, "first-start.txt"))),
    /cannot be written to .*first-start\.txt.*member reset-password operator/,
  );
});

test("nothing is shown on later starts", () => {
  const said: string[] = [];
  handOver([], { isTerminal: false, say: (line) => void said.push(line), folder: "/nowhere" });
  assert.deepEqual(said, []);
});
