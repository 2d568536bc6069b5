import { secondsAfter } from "../../../kit/clock.ts";
import type { Queryable } from "../../../kit/db.ts";
import { deleteUnseenGroups } from "./sql.ts";

/** The outcomes of a day count until its end, so an address is not needed any longer than that. */
const keptSeconds = 86_400;

/** Forgets address groups that have not rented for a day; returns how many. */
export const forgetGroups = (db: Queryable, at: Date): Promise<number> =>
  deleteUnseenGroups(db, secondsAfter(at, -keptSeconds));
