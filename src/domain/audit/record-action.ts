import type { Queryable } from "../../kit/db.ts";
import { insertAction } from "./sql.ts";

/** Who did what to whom; never changed afterwards. */
export interface Action {
  at: Date;
  /** `operator`, `system`, or a member's name. */
  actor: string;
  /** `service.allow`, `key.revoke`, … */
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
}

/** Records what somebody did, in the same transaction. */
export const recordAction = (db: Queryable, action: Action): Promise<void> => insertAction(db, action);
