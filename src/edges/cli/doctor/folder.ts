import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Config } from "../../../config.ts";
import { dataFolderFault } from "../../../start/data-folder.ts";
import { fail, ok, type Finding } from "./finding.ts";

/** Whether this user may write to DATA_DIR, or create it if it does not exist yet. */
export async function checkFolder(config: Config): Promise<Finding> {
  const { DATA_DIR } = config;
  try {
    await requireWritable(resolve(DATA_DIR));
    return ok("data folder", `${DATA_DIR} can be written`);
  } catch (error) {
    return fail("data folder", dataFolderFault(error, config) ?? (error as Error).message);
  }
}

async function requireWritable(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && dirname(folder) !== folder) return null;
    throw error;
  });
  if (!found) return requireWritable(dirname(folder));
  if (!found.isDirectory()) throw Object.assign(new Error("not a folder"), { code: "ENOTDIR", path: folder });
  await access(folder, constants.W_OK | constants.X_OK);
}
