import { findAccount } from "../../accounts/queries.ts";
import type { Queryable } from "../../../kit/db.ts";
import { requestNotFound } from "./errors.ts";
import { findRequest, listReleases, listRequestAccounts, type Concerned, type Release } from "./queries.ts";
import type { AuthorityRequest } from "./request.ts";

export interface ReadRequest extends AuthorityRequest {
  account: string | null;
  releases: Release[];
  /** Whom it is about, once it is released. */
  customers: Concerned[];
}

/** Refuses `request_not_found`. */
export async function readRequest(db: Queryable, id: number): Promise<ReadRequest> {
  const request = await findRequest(db, id);
  if (!request) throw requestNotFound();
  const { accountId } = request;
  const account = accountId === null ? undefined : await findAccount(db, String(accountId));
  return {
    ...request,
    account: account?.username ?? null,
    releases: await listReleases(db, id),
    customers: await listRequestAccounts(db, id),
  };
}
