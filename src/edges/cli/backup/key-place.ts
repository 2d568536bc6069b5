import { resolve } from "node:path";
import { keyFile, type KeySettings } from "../../../start/encryption-key.ts";

/** Where the encryption key is, for whoever must keep or restore it. */
export const keyPlace = (config: KeySettings): string =>
  config.ENCRYPTION_KEY === "" ? resolve(keyFile(config)) : "the setting ENCRYPTION_KEY";
