import { ConfigError } from "../../../config/setting.ts";
import { checkEncryptionKey, findEncryptionKey, keyFile, missingKey } from "../../../start/encryption-key.ts";
import { hasFingerprint } from "../../../domain/installation/encryption-fingerprint.ts";
import type { Examined } from "./examine.ts";
import { fail, ok, warn, type Finding } from "./finding.ts";

const check = "encryption key";

export async function checkKey({ db, config }: Pick<Examined, "db" | "config">): Promise<Finding> {
  // Checking a key against a database that has none would record it there, but this only looks.
  if (!(await hasFingerprint(db)))
    return warn(check, "no server has used one on this database yet; start it once.");
  try {
    const key = findEncryptionKey(config);
    if (key === null) return fail(check, missingKey(config));
    await checkEncryptionKey(db, config, key);
    const kept = config.ENCRYPTION_KEY === "" ? ` Keep a copy of ${keyFile(config)} elsewhere.` : "";
    return ok(check, `fits the database.${kept}`);
  } catch (error) {
    if (error instanceof ConfigError) return fail(check, error.message);
    throw error;
  }
}
