import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Db } from "./kit/db.ts";
import { sha256 } from "./kit/secrets.ts";
import { ConfigError, type Config } from "./config.ts";

const shape = /^[0-9a-fA-F]{64}$/;

/** The key that seals message texts: ENCRYPTION_KEY, or one made at the first start and kept in DATA_DIR. */
export function loadEncryptionKey(config: Pick<Config, "ENCRYPTION_KEY" | "DATA_DIR">): Buffer {
  const text = config.ENCRYPTION_KEY || readOrMake(join(config.DATA_DIR, "encryption.key"), config.DATA_DIR);
  if (!shape.test(text))
    throw new ConfigError(
      "ENCRYPTION_KEY must be 64 hexadecimal digits (32 bytes), as `openssl rand -hex 32` prints.",
    );
  return Buffer.from(text, "hex");
}

function readOrMake(path: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  try {
    // "wx" fails when the file is there: of two first starts at once one makes the key, and both read it.
    writeFileSync(path, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path, "utf8").trim();
}

/** Stops the start when the database was sealed with another key: better no start than texts nobody can read. */
export async function checkEncryptionKey(db: Db, key: Buffer): Promise<void> {
  const fingerprint = sha256(Buffer.concat([Buffer.from("zapotp fingerprint"), key]))
    .toString("hex")
    .slice(0, 16);
  await db.rows(
    `insert into installation (name, value) values ('encryption key fingerprint', $1) on conflict do nothing`,
    [fingerprint],
  );
  const [row] = await db.rows<{ value: string }>(
    `select value from installation where name = 'encryption key fingerprint'`,
  );
  if (row?.value !== fingerprint) {
    throw new ConfigError(
      "ENCRYPTION_KEY is not the key this database was sealed with. Give the right one, or copy encryption.key from the DATA_DIR of the first server.",
    );
  }
}
