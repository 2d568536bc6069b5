import { findAddress } from "../../domain/installation/address.ts";
import { httpAddress } from "../../kit/address.ts";
import type { Session } from "./session.ts";

/**
 * The address at which the server is reached: as it is set here; else as the server reported at its last start, whose
 * settings may differ; else as the settings here imply.
 */
export const baseUrl = async ({ config, db }: Pick<Session, "config" | "db">): Promise<string> =>
  config.PUBLIC_BASE_URL || (await findAddress(db)) || httpAddress(config.HOST, config.PORT);
