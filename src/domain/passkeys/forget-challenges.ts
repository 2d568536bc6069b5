import type { Queryable } from "../../kit/db.ts";
import { deleteExpiredChallenges } from "./sql.ts";

/** Deletes challenges that no browser has answered in time; returns how many. */
export const forgetChallenges = (db: Queryable, at: Date): Promise<number> => deleteExpiredChallenges(db, at);
