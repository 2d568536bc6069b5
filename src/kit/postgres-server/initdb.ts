import { spawn } from "node:child_process";
import { chownSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { makeFolder, type Place } from "./place.ts";
import { superuser } from "./state.ts";
import type { SystemUser } from "./system-user.ts";

/**
 * Makes the cluster in a folder beside its place and moves it there when it is whole: an initdb that was cut off
 * leaves nothing that looks like a cluster.
 */
export async function initialize(
  { folder, binaries }: Place,
  user: SystemUser | null,
  password: string,
): Promise<void> {
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  makeFolder(draft, user);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--locale=C.UTF-8",
        "--no-instructions",
      ],
      user,
    );
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(command: string, args: string[], user: SystemUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    // C.UTF-8 as libc's locale may be missing on small systems; the builtin provider does not need it.
    const env = { ...process.env, LC_ALL: "C" };
    const child = spawn(command, args, {
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
      env,
      cwd: "/",
      detached: true,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed:\n${output}`))));
  });
}
