// Behind every npm script: installs what the lockfile names where that is missing, then runs a TypeScript file with a
// Node that can. Plain JavaScript for any Node from 18 on, with nothing but Node's own modules.
//
//   node scripts/run.mjs src/main.ts [arguments]
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "node_modules", ".installed-lockfile");
const lock = join(root, ".installing");
const neededMajor = 24;
const [script, ...args] = process.argv.slice(2);

const lockfileHash = () => createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === lockfileHash();
const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** One install at a time; a lock that is older than any install is left over from a crash. */
function withLock(work) {
  for (let told = false; ; pause(500)) {
    try {
      closeSync(openSync(lock, "wx"));
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 15 * 60_000) rmSync(lock, { force: true });
      if (!told) process.stderr.write("Another process is installing; waiting for it.\n");
      told = true;
    }
  }
  const clear = () => rmSync(lock, { force: true });
  process.once("SIGINT", () => (clear(), process.exit(130)));
  process.once("SIGTERM", () => (clear(), process.exit(143)));
  try {
    work();
  } finally {
    clear();
    process.removeAllListeners("SIGINT");
    process.removeAllListeners("SIGTERM");
  }
}

function install() {
  if (isInstalled()) return; // Whoever had the lock before us did it.
  process.stderr.write("Installing what package-lock.json names (this once, about a minute)…\n");
  // On standard error: what a script prints for programs stays clean.
  const { status } = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write("npm ci failed; its own words are above. With a network that reaches the npm registry, try again.\n");
    rmSync(lock, { force: true });
    process.exit(1);
  }
  writeFileSync(stamp, lockfileHash());
}

/** This Node where it is new enough, else the one that the package `node` brings. */
function findNode() {
  if (Number(process.versions.node.split(".")[0]) >= neededMajor) return process.execPath;
  const brought = join(root, "node_modules", "node", "bin", "node");
  if (existsSync(brought)) return brought;
  process.stderr.write(`Node ${neededMajor} or newer is needed; this is ${process.version}. Install it from nodejs.org.\n`);
  process.exit(1);
}

if (!isInstalled()) withLock(install);

const child = spawn(findNode(), ["--disable-warning=ExperimentalWarning", join(root, script), ...args], {
  // The channel tells the program when we are gone, even by SIGKILL, so that it does not go on without a terminal.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
// Ctrl-C reaches the whole terminal group, the child included: we only wait for it. What is sent to us alone is passed on.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code ?? 1);
});
