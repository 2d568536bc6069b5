import { spawn } from "node:child_process";
import { chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Place } from "./place.ts";
import { spawnAs } from "./run-as.ts";
import { superuser } from "./state.ts";
import type { SystemUser } from "./system-user.ts";
import { startWatcher } from "./watcher.ts";

/**
 * Creates a cluster next to its final place and returns the folder, for the caller to move: an interrupted initdb
 * leaves nothing that looks like a cluster. With `durable` false it does not wait for the disk.
 */
export async function makeCluster(
  { cluster, binaries, user }: Place,
  password: string,
  durable: boolean,
): Promise<string> {
  // A new name each time: an initdb whose owner was killed may still write into the last one for a moment.
  const draft = `${cluster}.new-${process.pid}-${Date.now()}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await run(binaries.initdb, [...options(draft, passwordFile), ...(durable ? [] : ["--no-sync"])], user);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return draft;
}

const options = (folder: string, passwordFile: string): string[] => [
  `--pgdata=${folder}`,
  `--username=${superuser}`,
  `--pwfile=${passwordFile}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--locale=C",
  "--builtin-locale=C.UTF-8",
  "--data-checksums",
  "--no-instructions",
];

/** Removes what interrupted starts have left. */
export function dropDrafts(cluster: string): void {
  const folder = dirname(cluster);
  for (const name of readdirSync(folder).filter((each) => each.startsWith(`${basename(cluster)}.new-`)))
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
}

function run(command: string, args: string[], user: SystemUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...spawnAs(user), stdio: ["ignore", "pipe", "pipe"] });
    const watcher = startWatcher();
    if (child.pid !== undefined) watcher.watch(child.pid);
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("exit", () => watcher.dismiss());
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed:\n${output}`))));
  });
}
