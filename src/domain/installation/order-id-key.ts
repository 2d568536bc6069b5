import { randomUUID } from "node:crypto";
import type { Queryable } from "../../kit/db.ts";
import { keepFirst } from "./sql.ts";

/** The key that order numbers are enciphered with, created once: every process must encipher them in the same way. */
export const orderIdKey = (db: Queryable): Promise<string> => keepFirst(db, "order id key", randomUUID());
