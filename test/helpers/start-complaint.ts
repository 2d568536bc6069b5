import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { inherited } from "./zone.ts";
import { projectRoot } from "../../src/kit/paths.ts";

/** The output of a start that fails: it exits with 1, and says why in one sentence without a stack. */
export async function startComplaint(settings: Record<string, string>, cwd: string): Promise<string> {
  const child = spawn(process.execPath, [join(projectRoot, "src/main.ts")], {
    cwd,
    env: { ...inherited(), PATH: process.env["PATH"], PORT: "0", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let printed = "";
  child.stderr.on("data", (chunk: Buffer) => void (printed += chunk.toString("utf8")));
  const [code] = await once(child, "close");
  assert.equal(code, 1, printed);
  assert.doesNotMatch(printed, /\n {4}at /, "no stack");
  return printed.trim();
}
