import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../src/kit/paths.ts";

// npm run lint                format, lint, import rules, dead code, generated docs
// npm run lint -- --write     fixes what can be fixed automatically
// npm run types               the types of server, tests and pages

const bin = (name: string): string => join(projectRoot, "node_modules", ".bin", name);

interface Check {
  name: string;
  group: "lint" | "types";
  command: string;
  args: string[];
}

/** The checks that need no database. */
const checks = (write: boolean): Check[] => [
  {
    name: "format",
    group: "lint",
    command: bin("prettier"),
    args: [write ? "--write" : "--check", "--log-level", "warn", "."],
  },
  {
    name: "lint",
    group: "lint",
    command: bin("oxlint"),
    args: ["--quiet", "src", "test", "scripts", "bench", "web/src"],
  },
  { name: "types", group: "types", command: bin("tsc"), args: ["-p", "."] },
  { name: "types of the pages", group: "types", command: bin("tsc"), args: ["-p", "web"] },
  {
    name: "arrows",
    group: "lint",
    command: bin("depcruise"),
    args: ["--config", ".dependency-cruiser.cjs", "--output-type", "err", "src", "test", "web/src"],
  },
  { name: "dead code", group: "lint", command: bin("knip"), args: ["--no-progress"] },
  {
    name: "generated docs",
    group: "lint",
    command: process.execPath,
    args: ["scripts/write-configuration.ts", ...(write ? [] : ["--check"])],
  },
];

/** Returns whether it succeeded; its output is only shown if it did not. */
function run({ name, command, args }: Check): Promise<boolean> {
  const began = Date.now();
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, { cwd: projectRoot });
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

/** Runs the checks, or those of one group, two at a time; returns how many failed. What rewrites files runs alone. */
export async function runChecks({ write, only }: { write: boolean; only?: string }): Promise<number> {
  const left = checks(write).filter((check) => only === undefined || check.group === only);
  let failed = 0;
  const runSome = async (): Promise<void> => {
    for (let check = left.shift(); check; check = left.shift()) if (!(await run(check))) failed++;
  };
  await Promise.all(write ? [runSome()] : [runSome(), runSome()]);
  return failed;
}

if (import.meta.main) {
  const [only] = process.argv.slice(2).filter((option) => !option.startsWith("--"));
  const failed = await runChecks({ write: process.argv.includes("--write"), ...(only ? { only } : {}) });
  process.exitCode = failed === 0 ? 0 : 1;
}
