import type { Queryable } from "../../kit/db.ts";
import { listRemovedMembers, type Acting } from "../audit/queries.ts";
import { listMembers } from "./queries.ts";

/** Everybody who is or was in an account's team, and when their name was theirs. */
export async function listActing(
  db: Queryable,
  accountId: number,
  at: Date,
): Promise<(Acting & { id: number })[]> {
  const members = await listMembers(db, accountId);
  const current = members.map(({ id, username, createdAt }) => ({
    id,
    username,
    since: createdAt,
    until: at,
  }));
  return [...current, ...(await listRemovedMembers(db, accountId))];
}

/** How the audit log calls an account and its people when something is done to them. */
export const subjectsOf = (accountId: number, people: readonly { id: number }[]): string[] => [
  `account ${accountId}`,
  ...people.map(({ id }) => `member ${id}`),
];
