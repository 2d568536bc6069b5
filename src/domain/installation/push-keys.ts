import type { Queryable } from "../../kit/db.ts";
import { keepFirst, setValue } from "./sql.ts";

export interface SealedPushKeys {
  publicKey: string;
  privateSealed: Buffer;
}

/** Stores the keys unless there are some; returns the stored ones. */
export async function keepPushKeys(db: Queryable, keys: SealedPushKeys): Promise<SealedPushKeys> {
  const [publicKey = "", sealed = ""] = (await keepFirst(db, "push keys", written(keys))).split(" ");
  return { publicKey, privateSealed: Buffer.from(sealed, "base64") };
}

export const replacePushKeys = (db: Queryable, keys: SealedPushKeys): Promise<void> =>
  setValue(db, "push keys", written(keys));

const written = ({ publicKey, privateSealed }: SealedPushKeys): string =>
  `${publicKey} ${privateSealed.toString("base64")}`;
