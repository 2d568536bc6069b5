import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";
import { hasRequests } from "../../scripts/install-test-tools.ts";
import { patienceSeconds } from "./until.ts";

export type Language = "shell" | "python" | "javascript";

/** Why samples in a language cannot run on this machine; undefined if they can. */
export function cannotRun(language: Language): string | undefined {
  if (language === "shell" && spawnSync("curl", ["--version"]).status !== 0)
    return "curl is not installed (apt-get install curl)";
  if (language === "python" && !hasRequests())
    return "python3 with requests is not installed (apt-get install python3-requests)";
  return undefined;
}

/** curl's exit code for a timeout, as `--max-time` gives for a stream that never ends. */
const curlTimeOver = 28;

export interface SampleOptions {
  /** It may run until curl's own timeout. */
  stream?: boolean;
  /** It is complete once it has printed this, and is then ended. */
  until?: RegExp;
}

/** Runs a sample as a reader would, in a separate process; returns what it printed. It must not end with an error. */
export async function runSample(
  language: Language,
  source: string,
  { stream = false, until }: SampleOptions = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-sample-"));
  const script = join(folder, "sample.mjs");
  writeFileSync(script, source);
  const commands: Record<Language, [string, string[]]> = {
    shell: ["sh", ["-c", source]],
    python: ["python3", ["-c", source]],
    javascript: [process.execPath, [script]],
  };
  try {
    const { code, stdout, stderr } = await run(...commands[language], until);
    const fine =
      code === 0 || until?.test(stdout) || (stream && language === "shell" && code === curlTimeOver);
    assert.ok(fine, `ended with ${code}:\n${source}\n${stderr}${stdout}`);
    // curl shows its progress on standard error.
    if (language !== "shell") assert.equal(stderr, "", source);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(
  command: string,
  args: string[],
  enough?: RegExp,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      detached: true, // A separate process group, so that everything a shell has started is ended with it.
      timeout: patienceSeconds * 1000,
      env: { ...process.env, no_proxy: "127.0.0.1" },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      if (enough?.test(stdout) && child.pid) process.kill(-child.pid, "SIGTERM");
    });
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
