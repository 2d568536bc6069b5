import type { Queryable } from "../../kit/db.ts";
import { findValue } from "./queries.ts";
import { setValue } from "./sql.ts";

/** Notes the address that the server is reached at, for the operator's tool, which knows no port of a server. */
export const noteAddress = (db: Queryable, address: string): Promise<void> =>
  setValue(db, "address", address);

/** The address as the server noted it when it last started; null before its first start. */
export const findAddress = (db: Queryable): Promise<string | null> => findValue(db, "address");
