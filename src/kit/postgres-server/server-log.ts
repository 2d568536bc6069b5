import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const limitBytes = 10 * 1024 * 1024;

export interface ServerLog {
  path: string;
  /** Open for appending; the caller closes it. */
  file: number;
  /** What was written since it was opened. */
  read(): string;
}

/**
 * Where a server's output goes: postgres.log in the data folder; renamed to postgres.log.old once it has grown long.
 */
export function openServerLog(dataDir: string): ServerLog {
  const path = join(dataDir, "postgres.log");
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > limitBytes) renameSync(path, `${path}.old`);
  const file = openSync(path, "a", 0o600);
  const { size } = fstatSync(file);
  return { path, file, read: () => readFileSync(path).subarray(size).toString() };
}

export const closeServerLog = ({ file }: ServerLog): void => closeSync(file);
