import type { Queryable } from "../../kit/db.ts";

export interface ListedAction {
  id: number;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
}

export interface ActionFilter {
  beforeId: number;
  /** The name of the actor. */
  actor: string | null;
  /** `key.revoke`, or `key` for every action on keys. */
  action: string | null;
  subject: string | null;
  from: Date | null;
  to: Date | null;
}

/** A page of the audit log, newest first. */
export function listActions(db: Queryable, filter: ActionFilter, limit: number): Promise<ListedAction[]> {
  return db.rows(
    `select id, at, actor, action, subject, detail from audit_log
     where id < $1 and ($2::text is null or actor = $2 or starts_with(actor, $2 || ' ('))
       and ($3::text is null or action = $3 or starts_with(action, $3 || '.'))
       and ($4::text is null or subject = $4 or starts_with(subject, $4 || ' '))
       and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
     order by id desc limit $5`,
    [filter.beforeId, filter.actor, filter.action, filter.subject, limit, filter.from, filter.to],
  );
}
