import type { Queryable } from "../../kit/db.ts";
import { insertAction } from "./sql.ts";

/** Who did what to whom; chained afterwards (chain/), so that changes show. */
export interface Action {
  at: Date;
  /** `operator`, `system`, or a member's name. */
  actor: string;
  /** `service.allow`, `key.revoke`, … */
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
}

/** The name of an actor, without the address they acted from. */
export const nameOfActor = (actor: string): string => actor.replace(/ \(.*$/s, "");

/** Records what somebody did, in the same transaction; returns the entry's id. */
export const recordAction = (db: Queryable, action: Action): Promise<number> => insertAction(db, action);
