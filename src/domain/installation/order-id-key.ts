import { randomUUID } from "node:crypto";
import type { Queryable } from "../../kit/db.ts";
import { keepFirst } from "./sql.ts";

/** The key that order numbers are enciphered with, made once: every process must encipher them alike. */
export const orderIdKey = (db: Queryable): Promise<string> => keepFirst(db, "order id key", randomUUID());
