import type { Queryable } from "../../kit/db.ts";
import type { Action } from "./record-action.ts";

export async function insertAction(
  db: Queryable,
  { at, actor, action, subject, detail }: Action,
): Promise<number> {
  const [row] = await db.rows<{ id: number }>(
    `insert into audit_log (at, actor, action, subject, detail) values ($1, $2, $3, $4, $5) returning id`,
    [at, actor, action, subject, JSON.stringify(detail ?? {}, wellFormed)],
  );
  return (row as { id: number }).id;
}

/** PostgreSQL rejects lone surrogates in jsonb, and people may send anything. */
const wellFormed = (_name: string, value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed() : value;
