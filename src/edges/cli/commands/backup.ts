import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { Refusal } from "../../../kit/errors.ts";
import type { Config } from "../../../config.ts";
import { takeBackup } from "../backup/take.ts";
import { addCommand, type Cli } from "../command.ts";
import { reachDatabase } from "../database.ts";
import { readSettings } from "../session.ts";
import { keyPlace } from "../backup/key-place.ts";

export function backupCommand(program: Command, cli: Cli): void {
  const command = addCommand(
    program,
    "backup",
    "write everything the database holds to one file, while the server runs or not; without the encryption key",
    "backup /var/backups/zapotp.tar.gz",
  ).argument("[file]", "must not be there yet; default: zapotp-TIME.tar.gz in this folder");
  command.action(async () => {
    const [given] = command.processedArgs as [string | undefined];
    const config = readSettings(cli);
    const file = resolve(given ?? `zapotp-${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}.tar.gz`);
    for (const name of [file, `${file}.part`]) refuseToReplace(name);
    cli.answer(await take(cli, config, file));
  });
}

function refuseToReplace(file: string): void {
  if (existsSync(file)) throw new Refusal("file_exists", `${file} is there already; name another file.`);
}

async function take(cli: Cli, config: Config, file: string): ReturnType<typeof describe> {
  const began = performance.now();
  const { connectionString, close } = await reachDatabase(config, cli.progress);
  try {
    const taken = await takeBackup(connectionString, file, cli.progress);
    return describe(config, file, taken, (performance.now() - began) / 1000);
  } finally {
    await close();
  }
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
