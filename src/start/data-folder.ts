import { resolve, sep } from "node:path";
import type { Config } from "../config.ts";

/**
 * Why the files of DATA_DIR cannot be created or read, as a sentence that names the setting; null for any other
 * error.
 */
export function dataFolderFault(error: unknown, { DATA_DIR }: Pick<Config, "DATA_DIR">): string | null {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (typeof path !== "string" || code === undefined || !isOn(resolve(DATA_DIR), resolve(path))) return null;
  const why = reasons[code] ?? message;
  return `DATA_DIR is ${DATA_DIR}, which cannot be used: ${why} (${path}). Let this user write there, or set DATA_DIR to a folder where it may.`;
}

const reasons: Record<string, string> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "it is on a disk that can only be read",
  ENOTDIR: "a part of the path is a file, not a folder",
  EEXIST: "there is a file of that name, not a folder",
  ENOENT: "a part of the path is not there and cannot be made",
  ENOSPC: "the disk is full",
  EDQUOT: "this user's share of the disk is full",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "the path is too long",
};

/** Whether one folder is a parent of the other, or inside it. */
const isOn = (folder: string, path: string): boolean =>
  `${path}${sep}`.startsWith(`${folder}${sep}`) || `${folder}${sep}`.startsWith(`${path}${sep}`);
