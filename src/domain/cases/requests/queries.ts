import type { Queryable } from "../../../kit/db.ts";
import { behind, inOrder, mostCounted, type Sort } from "../../../kit/sort.ts";
import type { AuthorityRequest, RequestState } from "./request.ts";

export const requestColumns = `r.id, r.authority, r.reference, r.legal_basis as "legalBasis", r.scope, r.number,
  r.account_id as "accountId", r.from_at as "from", r.to_at as "to", r.kinds, r.state, r.created_by as "createdBy",
  r.created_at as "createdAt", r.decided_at as "decidedAt", r.refused_because as "refusedBecause",
  r.notice_waits_because as "noticeWaitsBecause", r.notice_due_at as "noticeDueAt", r.noticed_at as "noticedAt",
  r.customers_told as "customersTold", r.erased_at as "erasedAt"`;

export async function findRequest(db: Queryable, id: number): Promise<AuthorityRequest | undefined> {
  const [request] = await db.rows<AuthorityRequest>(
    `select ${requestColumns} from authority_requests r where r.id = $1`,
    [id],
  );
  return request;
}

export interface Release {
  memberId: number;
  username: string;
  at: Date;
}

export function listReleases(db: Queryable, requestId: number): Promise<Release[]> {
  return db.rows(
    `select member_id as "memberId", username, at from request_releases where request_id = $1 order by at, member_id`,
    [requestId],
  );
}

export interface Concerned {
  id: number;
  username: string;
  /** How many letters told them; null: not told yet, or before letters were counted. */
  letters: number | null;
}

/** The customers whom a released request is about. */
export function listRequestAccounts(db: Queryable, requestId: number): Promise<Concerned[]> {
  return db.rows(
    `select a.id, a.username, q.letters from request_accounts q join accounts a on a.id = q.account_id
     where q.request_id = $1 order by a.id`,
    [requestId],
  );
}

export interface RequestFilter {
  beforeId: number;
  sort?: Sort;
  state: RequestState | null;
  /** Only those whose customers were to be told by this time, and were not. */
  dueAt: Date | null;
  /** A case, part of the authority or its reference, or digits of the number. */
  q: string | null;
  from: Date | null;
  to: Date | null;
}

const fromWanted = `from authority_requests r left join accounts a on a.id = r.account_id
  where ($1::text is null or r.state = $1)
    and ($2::text is null or 'A' || r.id = upper($2) or strpos(lower(r.authority), lower($2)) > 0
      or strpos(lower(r.reference), lower($2)) > 0 or strpos(r.number, $2) > 0)
    and ($3::timestamptz is null or r.created_at >= $3) and ($4::timestamptz is null or r.created_at < $4)
    and ($5::timestamptz is null or (r.state = 'released' and r.noticed_at is null and r.notice_due_at <= $5))`;

const wantedBy = ({ state, q, from, to, dueAt }: RequestFilter): unknown[] => [state, q, from, to, dueAt];

/** A page of the requests, newest first unless sorted otherwise. */
export function listRequests(
  db: Queryable,
  filter: RequestFilter,
  limit: number,
): Promise<(AuthorityRequest & { account: string | null })[]> {
  const { sort = "newest", beforeId } = filter;
  return db.rows(
    `select ${requestColumns}, a.username as account ${fromWanted} and ${behind(sort, "r.id", "$6")}
     ${inOrder(sort, "r.id")} limit $7`,
    [...wantedBy(filter), beforeId, limit],
  );
}

/** How many there are, at most one more than anybody counts. */
export async function countRequests(db: Queryable, filter: RequestFilter): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from (select ${fromWanted} limit ${mostCounted + 1}) counted`,
    wantedBy(filter),
  );
  return row?.n ?? 0;
}

/** Requests about an account that its customer was told of, newest first. */
export function listNoticedRequests(db: Queryable, accountId: number): Promise<AuthorityRequest[]> {
  return db.rows(
    `select ${requestColumns} from authority_requests r join request_accounts q on q.request_id = r.id
     where q.account_id = $1 and r.noticed_at is not null order by r.id desc`,
    [accountId],
  );
}

/** Requests that wait for a release, and those whose customers should have been told by now. */
export async function countWaitingRequests(
  db: Queryable,
  at: Date,
): Promise<{ open: number; noticesDue: number }> {
  const [row] = await db.rows<{ open: number; noticesDue: number }>(
    `select (select count(*)::int from authority_requests where state = 'open') as open,
       (select count(*)::int from authority_requests
        where state = 'released' and noticed_at is null and notice_due_at <= $1) as "noticesDue"`,
    [at],
  );
  return row as { open: number; noticesDue: number };
}

/** The operator with this name. */
export async function findOperator(
  db: Queryable,
  username: string,
): Promise<{ id: number; username: string } | undefined> {
  const [operator] = await db.rows<{ id: number; username: string }>(
    `select id, username from members where lower(username) = lower($1) and role = 'operator'`,
    [username],
  );
  return operator;
}
