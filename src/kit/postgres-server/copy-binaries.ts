import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { rootOf, type Binaries } from "./binaries.ts";
import { isAlive } from "./processes.ts";

/** Copies the binaries, once per version, to a place where everybody may run them. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const { size, mtimeMs } = statSync(binaries.postgres);
  const version = createHash("sha256").update(`${size} ${mtimeMs}`).digest("hex").slice(0, 12);
  const copy = join(folder, `postgresql-${version}`);
  if (!existsSync(copy)) makeCopy(rootOf(binaries), copy);
  return {
    postgres: join(copy, "bin", basename(binaries.postgres)),
    initdb: join(copy, "bin", basename(binaries.initdb)),
  };
}

function makeCopy(from: string, copy: string): void {
  dropAbandoned(copy);
  const partial = `${copy}.${process.pid}`;
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  openToAll(partial);
  try {
    renameSync(partial, copy); // Completely or not at all.
  } catch {
    rmSync(partial, { recursive: true, force: true }); // Another start was faster.
  }
}

/** npm under a strict umask creates files that only its user can read. */
function openToAll(root: string): void {
  chmodSync(root, 0o755);
  for (const entry of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    const path = join(root, entry);
    const stat = lstatSync(path);
    if (!stat.isSymbolicLink()) chmodSync(path, stat.mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Copies that were interrupted. */
function dropAbandoned(copy: string): void {
  const folder = join(copy, "..");
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(copy)}.`) || isAlive(Number(name.split(".").at(-1)))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
