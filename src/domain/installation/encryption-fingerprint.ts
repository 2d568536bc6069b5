import type { Queryable, Tx } from "../../kit/db.ts";
import { findValue } from "./queries.ts";
import { forgetValue, keepFirst } from "./sql.ts";

const name = "encryption key fingerprint";

/**
 * The fingerprint of the key that the database is sealed with; if there was none, the given one is stored. Waits for
 * another process that is writing one.
 */
export const keepFingerprint = (db: Queryable, fingerprint: string): Promise<string> =>
  keepFirst(db, name, fingerprint);

/** Whether a server has sealed this database with a key. */
export const hasFingerprint = async (db: Queryable): Promise<boolean> => (await findValue(db, name)) !== null;

/** From now on the database is sealed with another key. */
export async function replaceFingerprint(tx: Tx, fingerprint: string): Promise<void> {
  await forgetValue(tx, name);
  await keepFirst(tx, name, fingerprint);
}
