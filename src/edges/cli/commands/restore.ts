import type { Command } from "commander";
import { Refusal } from "../../../kit/errors.ts";
import { openDb } from "../../../kit/db.ts";
import { createLog } from "../../../kit/log.ts";
import { findRunningPostgres } from "../../../kit/postgres-server/find.ts";
import type { Config } from "../../../config.ts";
import { openDatabase, postgresFolder } from "../../../start/database.ts";
import { checkKey } from "../doctor/encryption.ts";
import { keyPlace } from "../backup/key-place.ts";
import type { Manifest } from "../backup/manifest.ts";
import { requireKnown, restoreBackup, type Restored } from "../backup/restore.ts";
import { verifyBackup } from "../backup/verify.ts";
import { addCommand, type Cli, type Output } from "../command.ts";
import { givenPath } from "../given-path.ts";
import { readSettings } from "../session.ts";

export function restoreCommand(program: Command, cli: Cli): void {
  const command = addCommand(
    program,
    "restore",
    "fill an empty DATA_DIR or database with a backup, bring it up to date and prove its books; the server must not run",
    "restore /var/backups/zapotp.tar.gz",
  )
    .argument("<file>", "as backup wrote it")
    .option("--check", "only read the file and hold it against what it says of itself");
  command.action(async () => {
    const [given] = command.processedArgs as [string];
    const config = readSettings(cli);
    const file = givenPath(given, cli.environment);
    cli.progress("reading the whole backup first");
    const manifest = await verifyBackup(file);
    requireKnown(manifest);
    cli.answer(
      command.opts()["check"] ? checked(file, manifest) : await restore(cli, config, file, manifest),
    );
  });
}

function checked(file: string, manifest: Manifest): Output {
  const { version, migrations, takenAt, tables } = manifest;
  return {
    data: { file, version, migrations, takenAt, tables },
    text: () => `${file} is whole: ${describe(manifest)}.`,
  };
}

const describe = ({ tables, takenAt, version }: Manifest): string =>
  `${tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString("en")} rows of ${tables.length} tables, taken ${takenAt} by version ${version}`;

async function restore(cli: Cli, config: Config, file: string, manifest: Manifest): Promise<Output> {
  if (config.DATABASE_URL === "" && findRunningPostgres(postgresFolder(config)) !== null) {
    throw new Refusal(
      "server_runs",
      `A server runs on ${config.DATA_DIR}. Stop it, or name an empty DATA_DIR; a restore replaces nothing.`,
    );
  }
  const began = performance.now();
  const { connectionString, stop } = await openDatabase(config, cli.progress);
  try {
    const restored = await restoreBackup(connectionString, file, manifest, cli.progress);
    const seconds = (performance.now() - began) / 1000;
    return await tell(config, connectionString, { ...restored, file, manifest, seconds });
  } finally {
    await stop();
  }
}

interface Restoration extends Restored {
  file: string;
  manifest: Manifest;
  seconds: number;
}

async function tell(
  config: Config,
  connectionString: string,
  { file, manifest, migrated, books, seconds }: Restoration,
): Promise<Output> {
  const db = openDb({ connectionString, log: createLog("silent"), maxConnections: 1 });
  const key = await checkKey({ db, config }).finally(() => db.end());
  const good = books.faults.length === 0;
  const verdict = good ? "The books are right." : [`The books are off:`, ...books.faults].join("\n  ");
  const since = migrated.length > 0 ? ` Brought up to date: ${migrated.join(", ")}.` : "";
  const { version, takenAt, tables } = manifest;
  return {
    data: { file, version, takenAt, migrated, seconds, books, keyFits: key.level === "ok", tables },
    text: () => `Restored in ${seconds.toFixed(1)} s: ${describe(manifest)}.${since}\n${verdict}`,
    ...(key.level === "ok"
      ? {}
      : {
          note: `The encryption key of the old server is missing: put it into ${keyPlace(config)} before you start.`,
        }),
    exitCode: good ? 0 : 1,
  };
}
