import type { Queryable } from "../../../../kit/db.ts";
import { listActionsOf } from "../../../audit/queries.ts";
import { listActing, subjectsOf } from "../../../members/list-acting.ts";
import type { AuthorityRequest } from "../request.ts";

/** Entries of the audit log by an account's people or about it, oldest first. */
export async function listActionsInScope(
  db: Queryable,
  { accountId, from, to }: Pick<AuthorityRequest, "accountId" | "from" | "to">,
  limit: number,
): Promise<object[]> {
  if (accountId === null) return [];
  const actors = await listActing(db, accountId, to);
  const of = { actors, subjects: subjectsOf(accountId, actors), beforeId: Number.MAX_SAFE_INTEGER };
  const rows = await listActionsOf(db, { ...of, from, to }, limit);
  return rows.toReversed().map(({ id: _id, ...row }) => row);
}
