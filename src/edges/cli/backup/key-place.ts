import { join, resolve } from "node:path";
import type { Config } from "../../../config.ts";

/** Where the encryption key is, for who has to keep it or to bring it back. */
export const keyPlace = ({
  ENCRYPTION_KEY,
  DATA_DIR,
}: Pick<Config, "ENCRYPTION_KEY" | "DATA_DIR">): string =>
  ENCRYPTION_KEY === "" ? join(resolve(DATA_DIR), "encryption.key") : "the setting ENCRYPTION_KEY";
