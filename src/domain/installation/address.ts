import type { Queryable } from "../../kit/db.ts";
import { findValue } from "./queries.ts";
import { setValue } from "./sql.ts";

/**
 * Records the address at which the server is reached, for the operator's tool, which does not know the server's port.
 */
export const noteAddress = (db: Queryable, address: string): Promise<void> =>
  setValue(db, "address", address);

/** The address as the server recorded it at its last start; null before its first start. */
export const findAddress = (db: Queryable): Promise<string | null> => findValue(db, "address");
