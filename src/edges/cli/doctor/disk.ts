import { leastFreeBytes } from "../../../domain/monitoring/health.ts";
import { statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Config } from "../../../config.ts";
import { fail, ok, warn, type Finding } from "./finding.ts";

const gigabyte = 1024 ** 3;

/** Free space on the disk of the data folder; PostgreSQL stops when it runs out. */
export async function checkDisk({ DATA_DIR }: Config): Promise<Finding> {
  const { bavail, bsize } = await statOf(resolve(DATA_DIR));
  const free = bavail * bsize;
  const told = `${(free / gigabyte).toFixed(1)} GB free for ${DATA_DIR}`;
  if (free < leastFreeBytes.full) return fail("disk", `${told}: the database will stop. Make room now.`);
  return free < leastFreeBytes.low ? warn("disk", `${told}: make room.`) : ok("disk", told);
}

/** If the folder does not exist yet, the folder it will be created in counts. */
async function statOf(folder: string): Promise<{ bavail: number; bsize: number }> {
  try {
    return await statfs(folder);
  } catch (error) {
    if (dirname(folder) === folder) throw error;
    return statOf(dirname(folder));
  }
}
