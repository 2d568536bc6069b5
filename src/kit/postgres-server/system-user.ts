import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { PostgresUnavailable } from "./unavailable.ts";

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

const ownName = "zapotp";
const otherNames = ["postgres", "nobody"];

/**
 * The user that PostgreSQL runs as: it refuses to run as root, so root runs it as a separate user, created if
 * possible. Null if we are not root: then it runs as we do.
 */
export function findSystemUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const user = lookUp(ownName) ?? make() ?? otherNames.map(lookUp).find((other) => other !== null);
  if (user) return user;
  throw new PostgresUnavailable(
    "PostgreSQL does not run as root, and no system user could be made for it. Start as another user, or set DATABASE_URL.",
  );
}

/** The owner of an existing cluster; PostgreSQL only runs as that user. Null if we are not root. */
export function ownerOf(cluster: string): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = statSync(cluster);
  return { name: `user ${uid}`, uid, gid };
}

function make(): SystemUser | null {
  const commands = [
    ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "--user-group", ownName],
    ["adduser", "-S", "-D", "-H", "-s", "/sbin/nologin", ownName], // BusyBox
  ];
  for (const [command = "", ...args] of commands) {
    spawnSync(command, args, { stdio: "ignore" });
    const made = lookUp(ownName);
    if (made) return made;
  }
  return null;
}

function lookUp(name: string): SystemUser | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? null : { name, uid: Number(uid), gid: Number(gid) };
}
