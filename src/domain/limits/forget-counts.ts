import type { Queryable } from "../../kit/db.ts";
import { deleteEnded } from "./sql.ts";

/** Forgets the counts that have ended, and with them the addresses that some were for; returns how many. */
export const forgetCounts = (db: Queryable, at: Date): Promise<number> => deleteEnded(db, at);
