import { spawnSync } from "node:child_process";
import type { SystemUser } from "./system-user.ts";

/**
 * How PostgreSQL's programs are spawned: as its user, detached from our terminal, without our secrets in the
 * environment.
 */
export function spawnAs(user: SystemUser | null): {
  uid?: number;
  gid?: number;
  cwd: string;
  detached: true;
  env: NodeJS.ProcessEnv;
} {
  return {
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
    cwd: "/", // Our folder may be inaccessible to that user.
    detached: true, // Ctrl-C in our terminal must not stop the server before running work is finished.
    // The cluster's own locale is PostgreSQL's builtin one; libc's may be missing on small systems.
    env: { ...ofEnvironment(), LC_ALL: "C" },
  };
}

/** Paths of programs and libraries, and the clock of faketime(1): the system must not have two clocks. */
const handedOn = /^(PATH|LD_LIBRARY_PATH|LD_PRELOAD|(DONT_)?FAKE\w+)$/;
const ofEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => handedOn.test(name)));

/** Runs a short program as that user; returns its error output, or null if it succeeded. */
export function tryAs(user: SystemUser | null, command: string, args: string[]): string | null {
  const { status, stderr, error } = spawnSync(command, args, { ...spawnAs(user), encoding: "utf8" });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}
