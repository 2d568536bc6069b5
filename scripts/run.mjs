// node scripts/run.mjs FILE.ts [arguments]
//
// Runs a file of this project on a suitable Node.js (24 or newer), after installing the packages in package-lock.json
// if they are missing. Plain JavaScript, so that an older Node can start it.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const inModules = (...parts) => join(root, "node_modules", ...parts);
const lockfile = join(root, "package-lock.json");
const stampFile = inModules(".installed-lockfile");
const installLock = join(root, ".installing");
const isWindows = process.platform === "win32";
const neededMajor = 24;

/** Standard output belongs to the program that is run. */
const say = (line) => void process.stderr.write(`${line}\n`);

const lockfileHash = () => createHash("sha256").update(readFileSync(lockfile)).digest("hex");

/** The stamp says which lockfile was installed; if it does not match, somebody may have installed by hand. */
function isInstalled() {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === lockfileHash()) return true;
  if (!isInstalledByHand()) return false;
  if (!isProduction(file)) stamp();
  return true;
}

function stamp() {
  try {
    writeFileSync(stampFile, lockfileHash());
  } catch {
    // The folder is not writable for us: the next start checks again.
  }
}

/**
 * The packages needed to serve customers; everything else in the project (tests, benchmarks) also needs the
 * development packages.
 */
const isProduction = (file) => file === "src/main.ts" || file === "src/cli.ts";

/**
 * npm records what it installed once everything is there. Optional packages may be for other machines, and an
 * installation with --omit=dev has what serving needs.
 */
function isInstalledByHand() {
  try {
    const wanted = JSON.parse(readFileSync(lockfile, "utf8")).packages;
    const found = JSON.parse(readFileSync(inModules(".package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(
      ([path, { version, optional, dev, devOptional }]) =>
        path === "" ||
        (found[path]
          ? found[path].version === version
          : optional === true || (isProduction(file) && (dev === true || devOptional === true))),
    );
  } catch {
    return false;
  }
}

async function install() {
  try {
    for (let told = false; !takeInstallLock(); told = true) {
      if (!told) say("Another start is installing the packages; waiting for it.");
      await sleep(500);
    }
  } catch (error) {
    throw new Error(
      `The packages are not installed, and nothing can be written in ${root} (${error.code}). Install them as the user who owns that folder, or where it can be written: npm ci`,
      { cause: error },
    );
  }
  const heartbeat = setInterval(keepLockYoung, 3000);
  try {
    if (isInstalled()) return;
    const began = Date.now();
    say("Installing the packages (once; up to a minute or two)…");
    rmSync(stampFile, { force: true });
    await npmCi();
    stamp();
    say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    clearInterval(heartbeat);
    rmSync(installLock, { force: true });
  }
}

function keepLockYoung() {
  try {
    utimesSync(installLock, new Date(), new Date());
  } catch {
    // Somebody removed it (`git clean`): the installation continues anyway.
  }
}

/** The lock names its owner, and npm once it runs: npm may outlive a launcher that was killed. */
function takeInstallLock() {
  try {
    writeFileSync(installLock, `${process.pid}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isHeld()) return false;
    dropStaleLock();
    return takeInstallLock();
  }
}

function isHeld() {
  try {
    const ageSeconds = (Date.now() - statSync(installLock).mtimeMs) / 1000;
    const pids = readFileSync(installLock, "utf8").split(" ").map(Number);
    // Its owner refreshes it, so only the locks of killed processes get old; their ids may have been reused.
    return ageSeconds < 120 && (pids.some(isAlive) || (ageSeconds < 5 && pids[0] === 0));
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Moved away before it is deleted: if two find it stale, only one succeeds. */
function dropStaleLock() {
  const aside = `${installLock}.${process.pid}`;
  try {
    renameSync(installLock, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

async function npmCi() {
  // Settings from outside (NODE_ENV=production, npm -s, ignore-scripts) must not leave out what we need.
  const args = [
    "ci",
    "--include=dev",
    "--include=optional",
    "--ignore-scripts=false",
    "--engine-strict=false",
  ];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const ownNpm = process.env.npm_execpath;
  const [command, ...first] =
    ownNpm && basename(ownNpm) === "npm-cli.js"
      ? [process.execPath, ownNpm]
      : [isWindows ? "npm.cmd" : "npm"];
  const npm = spawn(command, [...first, ...args, ...quiet], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: isWindows,
  });
  writeFileSync(installLock, `${process.pid} ${npm.pid ?? ""}`);
  const stopNpm = (signal) => {
    npm.once("close", () => {
      rmSync(installLock, { force: true });
      process.exit(128 + constants.signals[signal]);
    });
    npm.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stopNpm);
  const endProgress = showProgress();
  let output = "";
  npm.stdout.on("data", (chunk) => (output += chunk));
  npm.stderr.on("data", (chunk) => (output += chunk));
  const problem = await new Promise((done) => {
    npm.on("error", (error) => done(`npm cannot be run (${error.message}).`));
    npm.on("close", (code, signal) =>
      done(code === 0 ? undefined : `npm ci ended with ${signal ?? `code ${code}`}.`),
    );
  });
  endProgress();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
  if (problem === undefined) return;
  process.stderr.write(output);
  throw new Error(
    `The packages could not be installed: ${problem} Mend what npm says above (often the network, the registry, or rights in this folder), then start again.`,
  );
}

/** A running clock on a terminal, otherwise a line now and then; returns a function that ends it. */
function showProgress() {
  const began = Date.now();
  const onTerminal = process.stderr.isTTY;
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const show = () =>
    onTerminal ? process.stderr.write(`\r  ${seconds()} s`) : say(`  still installing, ${seconds()} s`);
  const timer = setInterval(show, onTerminal ? 1000 : 15_000);
  return () => {
    clearInterval(timer);
    if (onTerminal) process.stderr.write("\r\u001b[K");
  };
}

/** This node if it is new enough, else the one that npm installed. */
function pickNode() {
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath;
  const installed = inModules("node", "bin", isWindows ? "node.exe" : "node");
  if (existsSync(installed)) return installed;
  throw new Error(
    `ZapOTP needs Node.js ${neededMajor} or newer, this is ${process.versions.node}, and the package "node" brought none for this machine. Install Node.js ${neededMajor}.`,
  );
}

// Limits the young generation to 3 × 16 MB; the default is twice that, for almost no gain.
const nodeOptions = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=16"];

/** Once the child has ended, we end in the same way. */
function run(file, args) {
  const node = pickNode();
  // Caches compiled code, so that it need not be compiled, nor its types stripped, at every start.
  const env = { NODE_COMPILE_CACHE: inModules(".cache", "zapotp"), ...process.env };
  if (node !== process.execPath) env.PATH = `${dirname(node)}${delimiter}${env.PATH ?? ""}`;
  // When we end, for whatever reason, the child learns of it through the fourth channel ("disconnect").
  const child = spawn(node, [...nodeOptions, resolve(root, file), ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env,
  });
  let interrupted = false;
  process.on("SIGINT", () => {
    // Ctrl-C went to the terminal's whole foreground group, including the child. npm also forwards its own: once is
    // enough.
    if (!interrupted && !isInForeground()) child.kill("SIGINT");
    interrupted = true;
  });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(error));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** Whoever stops or kills `npm start` means all of it, but npm forwards a signal only to its shell. */
function watchNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  timer.unref();
}

const isShell = (pid) => / -c .*run\.mjs/.test(commandOf(pid));

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // Not Linux: shells elsewhere mostly exec a single command.
  }
}

const parentOf = (pid) => Number(statOf(pid)[1]);

/** Fields of proc(5), from the third on: state, ppid, pgrp, session, tty_nr, tpgid. */
function statOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return [];
  }
}

/** Whether a terminal's Ctrl-C reaches our process group. */
function isInForeground() {
  const [, , group, , , foreground] = statOf("self");
  if (group !== undefined) return group === foreground;
  return process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
}

function fail(error) {
  say(error.message);
  process.exit(1);
}

const [file, ...args] = process.argv.slice(2);
watchNpm();
try {
  if (file === undefined) throw new Error("Usage: node scripts/run.mjs FILE.ts [arguments]");
  if (!isInstalled()) await install();
  run(file, args);
} catch (error) {
  fail(error);
}
