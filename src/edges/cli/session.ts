import { systemClock, type Clock } from "../../kit/clock.ts";
import type { Db } from "../../kit/db.ts";
import { Refusal } from "../../kit/errors.ts";
import { createSealer, type Sealer } from "../../kit/seal.ts";
import type { Config } from "../../config.ts";
import { loadConfig } from "../../config/load.ts";
import { checkEncryptionKey, findEncryptionKey, missingKey } from "../../start/encryption-key.ts";
import { reachDatabase } from "./database.ts";
import { requireSchema } from "./schema.ts";
import type { Tool } from "./tool.ts";

/** What a command works with: the domain's deps, while it runs. */
export interface Session {
  config: Config;
  db: Db;
  clock: Clock;
  /** Who acts, for the audit log. */
  actor: string;
  /** Requested by the few commands that seal or open texts; the others work without the key. */
  sealer(): Promise<Sealer>;
}

export const readSettings = ({ environment }: Pick<Tool, "environment">): Config =>
  loadConfig(environment).config;

/** Opens the database, runs the command, and closes everything, whatever happens. */
export async function withSession<T>(
  tool: Pick<Tool, "environment"> & { actor: string },
  say: (line: string) => void,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const config = readSettings(tool);
  const { db, close } = await reachDatabase(config, say);
  try {
    await requireSchema(db);
    return await work({
      config,
      db,
      clock: systemClock,
      actor: tool.actor,
      sealer: () => openSealer(config, db),
    });
  } finally {
    await close();
  }
}

async function openSealer(config: Config, db: Db): Promise<Sealer> {
  const key = findEncryptionKey(config); // Only the server creates a key.
  if (key === null) throw new Refusal("no_encryption_key", missingKey(config));
  await checkEncryptionKey(db, config, key);
  return createSealer(key);
}
