import { findAddress } from "../../domain/installation/address.ts";
import { httpAddress } from "../../kit/address.ts";
import type { Session } from "./session.ts";

/**
 * The address that the server is reached at: as it is set here, else as the server said when it last started, whose
 * settings may be others, else as the settings here would have it.
 */
export const baseUrl = async ({ config, db }: Pick<Session, "config" | "db">): Promise<string> =>
  config.PUBLIC_BASE_URL || (await findAddress(db)) || httpAddress(config.HOST, config.PORT);
