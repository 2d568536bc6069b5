import type { Queryable } from "../../../kit/db.ts";
import { listNoticedRequests } from "./queries.ts";
import { requestName } from "./request.ts";

/** A request as its customers are told of it: without the authority's reference and the operators' names. */
export interface ToldRequest {
  id: number;
  name: string;
  authority: string;
  legalBasis: string;
  number: string | null;
  from: Date;
  to: Date;
  kinds: string[];
  noticedAt: Date;
}

/** What an account was told of; nothing of a request whose notice still waits. */
export async function readToldRequests(db: Queryable, accountId: number): Promise<ToldRequest[]> {
  return (await listNoticedRequests(db, accountId)).flatMap(
    ({ id, authority, legalBasis, number, from, to, kinds, noticedAt }) =>
      // Together with the basis in law, the account itself is erased from a request.
      noticedAt && legalBasis !== null
        ? [{ id, name: requestName(id), authority, legalBasis, number, from, to, kinds, noticedAt }]
        : [],
  );
}
