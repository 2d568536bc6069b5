import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../src/kit/paths.ts";
import type { TestApp } from "./app.ts";
import { inherited } from "./zone.ts";

export interface Told {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Standard output of a `--json` command. */
  json: never;
  /** Standard error of a `--json` command that failed. */
  error: { status: string; code: string; message: string; field?: string; balance?: string };
}

export type RunTool = (args: string[], input?: string) => Promise<Told>;

/** The operator's tool as shipped, in a separate process, with these settings and no `.env`. */
export function createTool(settings: Record<string, string>): RunTool {
  const cwd = mkdtempSync(join(tmpdir(), "zapotp-cli-"));
  process.once("exit", () => rmSync(cwd, { recursive: true, force: true }));
  const env = { ...inherited(), PATH: process.env["PATH"], DATA_DIR: join(cwd, "data"), ...settings };
  return (args, input = "") =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(projectRoot, "src", "cli.ts"), ...args], { cwd, env });
      const told = { stdout: "", stderr: "" };
      child.stdout.on("data", (chunk: Buffer) => void (told.stdout += chunk.toString("utf8")));
      child.stderr.on("data", (chunk: Buffer) => void (told.stderr += chunk.toString("utf8")));
      child.on("error", reject);
      child.on("close", (code) =>
        resolve({
          code,
          ...told,
          json: parsed(told.stdout) as never,
          error: parsed(told.stderr) as Told["error"],
        }),
      );
      child.stdin.on("error", () => {}); // It may end without reading its input.
      child.stdin.end(input);
    });
}

/** The tool beside the app: on its database, with its key. The app may still be starting, until the first command. */
export function toolFor(app: TestApp): RunTool {
  let tool: RunTool | undefined;
  return (args, input) => {
    tool ??= createTool({
      DATABASE_URL: app.connectionString,
      ENCRYPTION_KEY: app.encryptionKey,
      PUBLIC_BASE_URL: app.url,
    });
    return tool(args, input);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
