import type { Queryable } from "../../kit/db.ts";
import { accountNotFound } from "./errors.ts";
import { findAccount } from "./queries.ts";

/** The account with this id or name; refuses `account_not_found`. */
export async function requireAccount(
  db: Queryable,
  idOrName: string,
): Promise<{ id: number; username: string }> {
  const account = await findAccount(db, idOrName);
  if (!account) throw accountNotFound(idOrName);
  return account;
}
