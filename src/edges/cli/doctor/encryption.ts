import { ConfigError } from "../../../config.ts";
import { checkEncryptionKey, loadEncryptionKey } from "../../../encryption-key.ts";
import { hasEncryptionKey } from "../session.ts";
import { hasKeyFingerprint } from "../sql.ts";
import type { Examined } from "./examine.ts";
import { fail, ok, warn, type Finding } from "./finding.ts";

const check = "encryption key";

export async function checkKey({ db, config }: Pick<Examined, "db" | "config">): Promise<Finding> {
  if (!hasEncryptionKey(config)) {
    return fail(
      check,
      `there is none: set ENCRYPTION_KEY, or copy encryption.key from the server's DATA_DIR to ${config.DATA_DIR}.`,
    );
  }
  // To check a key against a database without one would write it down there, and this looks only.
  if (!(await hasKeyFingerprint(db)))
    return warn(check, "no server has used one on this database yet; start it once.");
  try {
    await checkEncryptionKey(db, loadEncryptionKey(config));
    const kept =
      config.ENCRYPTION_KEY === "" ? ` Keep a copy of ${config.DATA_DIR}/encryption.key elsewhere.` : "";
    return ok(check, `fits the database.${kept}`);
  } catch (error) {
    if (error instanceof ConfigError) return fail(check, error.message);
    throw error;
  }
}
