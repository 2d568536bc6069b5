import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { Refusal } from "../../../kit/errors.ts";
import type { Config } from "../../../config.ts";
import { takeBackup } from "../backup/take.ts";
import { addCommand, type Cli } from "../command.ts";
import { reachDatabase } from "../database.ts";
import { givenPath } from "../given-path.ts";
import { readSettings } from "../session.ts";
import { keyPlace } from "../backup/key-place.ts";

export function backupCommand(program: Command, cli: Cli): void {
  const command = addCommand(
    program,
    "backup",
    "write everything the database holds to one file, while the server runs or not; without the encryption key",
    "backup /var/backups/zapotp.tar.gz",
  ).argument("[file]", "must not be there yet; default: zapotp-TIME.tar.gz in DATA_DIR/backups");
  command.action(async () => {
    const [given] = command.processedArgs as [string | undefined];
    const config = readSettings(cli);
    const file = given === undefined ? inDataFolder(config) : givenPath(given, cli.environment);
    for (const name of [file, `${file}.part`]) refuseToReplace(name);
    cli.answer(await take(cli, config, file));
  });
}

/** Where an installation keeps its own files; the project's folder is replaced by the next version. */
function inDataFolder({ DATA_DIR }: Config): string {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  return join(resolve(DATA_DIR), "backups", `zapotp-${time}.tar.gz`);
}

function refuseToReplace(file: string): void {
  if (existsSync(file)) throw new Refusal("file_exists", `${file} already exists; name another file.`);
}

async function take(cli: Cli, config: Config, file: string): ReturnType<typeof describe> {
  const began = performance.now();
  const { connectionString, close } = await reachDatabase(config, cli.progress);
  try {
    if (dirname(file) === dirname(inDataFolder(config)))
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const taken = await takeBackup(connectionString, file, cli.progress);
    return describe(config, file, taken, (performance.now() - began) / 1000);
  } catch (error) {
    throw unwritable(error, file);
  } finally {
    await close();
  }
}

/** Errors of files, as opposed to connections. */
const fileFaults: Record<string, string> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of its path is no folder",
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "this user's share of the disk is full",
  EFBIG: "it would be larger than this disk allows",
};

function unwritable(error: unknown, file: string): unknown {
  const why = fileFaults[(error as NodeJS.ErrnoException).code ?? ""];
  return why === undefined
    ? error
    : new Refusal("file_unwritable", `${file} cannot be written: ${why}. Nothing was kept.`);
}

async function describe(
  config: Config,
  file: string,
  { manifest, fileBytes }: Awaited<ReturnType<typeof takeBackup>>,
  seconds: number,
) {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { version, migrations, takenAt, tables } = manifest;
  const key = keyPlace(config);
  return {
    data: { file, fileBytes, version, migrations, takenAt, rows, seconds, encryptionKey: key, tables },
    text: () =>
      `${file}: ${rows.toLocaleString("en")} rows of ${tables.length} tables, ${(fileBytes / 1024 / 1024).toFixed(1)} MB, ${seconds.toFixed(1)} s`,
    note: `The encryption key is not in it, and without the key message texts and codes in it cannot be read. Keep a copy of ${key} in another place than the backup.`,
  };
}
