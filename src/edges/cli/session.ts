import { existsSync } from "node:fs";
import { join } from "node:path";
import { systemClock, type Clock } from "../../kit/clock.ts";
import type { Db } from "../../kit/db.ts";
import { Refusal } from "../../kit/errors.ts";
import { createSealer, type Sealer } from "../../kit/seal.ts";
import { loadEnvFile, readConfig, type Config } from "../../config.ts";
import { checkEncryptionKey, loadEncryptionKey } from "../../encryption-key.ts";
import { reachDatabase } from "./database.ts";
import { requireSchema } from "./schema.ts";
import type { Tool } from "./tool.ts";

/** What a command works with: the domain's deps, for as long as it runs. */
export interface Session {
  config: Config;
  db: Db;
  clock: Clock;
  /** Asked for by the few commands that seal or open texts; the others work without the key. */
  sealer(): Promise<Sealer>;
}

export function readSettings({ environment }: Pick<Tool, "environment">): Config {
  loadEnvFile();
  return readConfig(environment);
}

/** Opens the database, runs the command and lets go of everything, whatever comes. */
export async function withSession<T>(
  tool: Pick<Tool, "environment">,
  say: (line: string) => void,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const config = readSettings(tool);
  const { db, close } = await reachDatabase(config, say);
  try {
    await requireSchema(db);
    return await work({ config, db, clock: systemClock, sealer: () => openSealer(config, db) });
  } finally {
    await close();
  }
}

async function openSealer(config: Config, db: Db): Promise<Sealer> {
  if (!hasEncryptionKey(config)) {
    throw new Refusal(
      "no_encryption_key",
      `The encryption key is not here: set ENCRYPTION_KEY, or copy encryption.key from the server's DATA_DIR to ${config.DATA_DIR}.`,
    );
  }
  const key = loadEncryptionKey(config);
  await checkEncryptionKey(db, key);
  return createSealer(key);
}

/** Loading a key makes one where there is none, which is the server's business. */
export const hasEncryptionKey = (config: Config): boolean =>
  config.ENCRYPTION_KEY !== "" || existsSync(join(config.DATA_DIR, "encryption.key"));
