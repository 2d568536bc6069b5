import type { Queryable } from "../../kit/db.ts";

/** Who did what to whom: written in the transaction of the deed, never changed afterwards. */
export interface Action {
  at: Date;
  /** `operator`, `system`, or a member's name. */
  actor: string;
  /** `service.allow`, `key.revoke`, … */
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
}

export async function recordAction(
  db: Queryable,
  { at, actor, action, subject, detail }: Action,
): Promise<void> {
  await db.rows(`insert into audit_log (at, actor, action, subject, detail) values ($1, $2, $3, $4, $5)`, [
    at,
    actor,
    action,
    subject,
    JSON.stringify(detail ?? {}),
  ]);
}
