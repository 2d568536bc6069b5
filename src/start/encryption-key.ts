import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { ConfigError } from "../config/setting.ts";
import { keepFingerprint, replaceFingerprint } from "../domain/installation/encryption-fingerprint.ts";
import type { Db, Queryable } from "../kit/db.ts";
import { createDurably, readIfThere } from "../kit/durable-file.ts";
import { sha256 } from "../kit/secrets.ts";

export type KeySettings = Pick<Config, "ENCRYPTION_KEY" | "DATA_DIR">;

/** Where a key is kept if it is not set by ENCRYPTION_KEY. */
export const keyFile = ({ DATA_DIR }: Pick<Config, "DATA_DIR">): string => join(DATA_DIR, "encryption.key");

/** The local key, from ENCRYPTION_KEY or the file in DATA_DIR; null if there is no key. */
export function findEncryptionKey(config: KeySettings): Buffer | null {
  if (config.ENCRYPTION_KEY !== "") return Buffer.from(config.ENCRYPTION_KEY, "hex");
  const text = readKeyFile(keyFile(config))?.trim();
  if (text === undefined) return null;
  if (!/^[0-9a-fA-F]{64}$/.test(text))
    throw new ConfigError(
      `${keyFile(config)} does not hold an encryption key any more (64 hexadecimal digits). Bring back the copy that you kept; without the key nobody can read the texts in the database.`,
    );
  return Buffer.from(text, "hex");
}

function readKeyFile(path: string): string | undefined {
  try {
    return readIfThere(path)?.toString("utf8");
  } catch (error) {
    throw new ConfigError(
      `${path}, which holds the encryption key, cannot be read: ${(error as Error).message}.`,
    );
  }
}

/**
 * The key that a server seals texts with: the local one, if the database was sealed with it. A new one is only made
 * if neither this DATA_DIR nor the database knows a key; if this process lacks the key that others use, it must not
 * make another.
 */
export async function openEncryptionKey(db: Db, config: KeySettings): Promise<Buffer> {
  const here = findEncryptionKey(config);
  if (here !== null) {
    await checkEncryptionKey(db, config, here);
    return here;
  }
  const made = randomBytes(32);
  return db.transaction(async (tx) => {
    // If two processes start for the first time at once, the second waits here until the first has written its key or
    // failed.
    if ((await keepFingerprint(tx, fingerprintOf(made))) === fingerprintOf(made)) {
      writeKey(config, made); // Before the commit: a database must not refer to a key that nobody has.
      return made;
    }
    const theirs = findEncryptionKey(config);
    if (theirs === null) throw new ConfigError(missingKey(config));
    await checkEncryptionKey(tx, config, theirs);
    return theirs;
  });
}

/** Stops the start if the database was sealed with another key: that is better than texts nobody can read. */
export async function checkEncryptionKey(db: Queryable, config: KeySettings, key: Buffer): Promise<void> {
  if ((await keepFingerprint(db, fingerprintOf(key))) === fingerprintOf(key)) return;
  const place = config.ENCRYPTION_KEY === "" ? `The key in ${keyFile(config)}` : "ENCRYPTION_KEY";
  throw new ConfigError(
    `${place} is not the key this database was sealed with. Set ENCRYPTION_KEY to the right one, or copy encryption.key from the DATA_DIR of the server that has it.`,
  );
}

/** From now on the database is sealed with another key: for when the first one is lost. */
export async function replaceEncryptionKey(db: Db, key: Buffer): Promise<void> {
  await db.transaction((tx) => replaceFingerprint(tx, fingerprintOf(key)));
}

/** Creates a key in DATA_DIR, if there is none. */
export function makeEncryptionKey(config: KeySettings): Buffer {
  const made = randomBytes(32);
  writeKey(config, made);
  return made;
}

export const missingKey = (config: KeySettings): string =>
  `The encryption key that this database was sealed with is not here: set ENCRYPTION_KEY, or copy encryption.key from the DATA_DIR of the server that has it to ${config.DATA_DIR}.`;

function writeKey(config: KeySettings, key: Buffer): void {
  const path = keyFile(config);
  try {
    createDurably(path, `${key.toString("hex")}\n`);
  } catch (error) {
    throw new ConfigError(
      `DATA_DIR cannot be used: the encryption key cannot be written to ${path} (${(error as Error).message}). Let this user write there, or name another folder.`,
    );
  }
}

/** Distinguishes a key from others and reveals nothing about it. */
const fingerprintOf = (key: Buffer): string =>
  sha256(Buffer.concat([Buffer.from("zapotp fingerprint"), key]))
    .toString("hex")
    .slice(0, 16);
