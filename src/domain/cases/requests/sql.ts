import type { Queryable, Tx } from "../../../kit/db.ts";
import { requestColumns, type Release } from "./queries.ts";
import type { AuthorityRequest } from "./request.ts";

export type NewRequest = Pick<
  AuthorityRequest,
  | "authority"
  | "reference"
  | "legalBasis"
  | "scope"
  | "number"
  | "accountId"
  | "from"
  | "to"
  | "kinds"
  | "createdBy"
  | "createdAt"
  | "noticeWaitsBecause"
  | "noticeDueAt"
>;

export async function insertRequest(tx: Tx, request: NewRequest): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into authority_requests (authority, reference, legal_basis, scope, number, account_id, from_at, to_at, kinds,
       created_by, created_at, notice_waits_because, notice_due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      request.authority,
      request.reference,
      request.legalBasis,
      request.scope,
      request.number,
      request.accountId,
      request.from,
      request.to,
      request.kinds,
      request.createdBy,
      request.createdAt,
      request.noticeWaitsBecause,
      request.noticeDueAt,
    ],
  );
  return (row as { id: number }).id;
}

/** A request that stays as it is until the transaction ends. */
export async function lockRequest(tx: Tx, id: number): Promise<AuthorityRequest | undefined> {
  const [request] = await tx.rows<AuthorityRequest>(
    `select ${requestColumns} from authority_requests r where r.id = $1 for no key update`,
    [id],
  );
  return request;
}

/** Takes back the releases of those who are no longer operators. */
export async function deleteLapsedReleases(tx: Tx, requestId: number): Promise<void> {
  await tx.rows(
    `delete from request_releases r where r.request_id = $1
       and not exists (select from members m where m.id = r.member_id and m.role = 'operator')`,
    [requestId],
  );
}

/** False if this operator released it before. */
export async function insertRelease(
  tx: Tx,
  requestId: number,
  { memberId, username, at }: Release,
): Promise<boolean> {
  const inserted = await tx.rows(
    `insert into request_releases (request_id, member_id, username, at) values ($1, $2, $3, $4)
     on conflict do nothing returning request_id`,
    [requestId, memberId, username, at],
  );
  return inserted.length > 0;
}

export async function setReleased(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.rows(`update authority_requests set state = 'released', decided_at = $2 where id = $1`, [id, at]);
}

/** Notes whom a request is about. */
export async function insertRequestAccounts(tx: Tx, id: number, accountIds: number[]): Promise<void> {
  await tx.rows(
    `insert into request_accounts (request_id, account_id) select $1::bigint, unnest($2::bigint[])`,
    [id, accountIds],
  );
}

export async function setRefused(tx: Tx, id: number, reason: string, at: Date): Promise<void> {
  await tx.rows(
    `update authority_requests set state = 'refused', refused_because = $2, decided_at = $3 where id = $1`,
    [id, reason, at],
  );
}

/** Notes that the customers were told, and how many letters each of them got. */
export async function setNoticed(
  tx: Tx,
  id: number,
  lettersOf: ReadonlyMap<number, number>,
  at: Date,
): Promise<void> {
  await tx.rows(
    `with told as (
       update request_accounts q set letters = l.letters from unnest($2::bigint[], $3::int[]) as l (account_id, letters)
       where q.request_id = $1 and q.account_id = l.account_id returning l.letters)
     update authority_requests set noticed_at = $4, customers_told = (select count(*) from told where letters > 0)
     where id = $1`,
    [id, [...lettersOf.keys()], [...lettersOf.values()], at],
  );
}

export async function setNoticeWaits(tx: Tx, id: number, because: string, dueAt: Date): Promise<void> {
  await tx.rows(`update authority_requests set notice_waits_because = $2, notice_due_at = $3 where id = $1`, [
    id,
    because,
    dueAt,
  ]);
}

/** Erases everything about people from requests that were decided before, and whose customers were told. */
export async function eraseRequestsBefore(
  db: Queryable,
  { decidedBefore, at }: { decidedBefore: Date; at: Date },
): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `with erased as (
       update authority_requests set number = null, account_id = null, reference = null, legal_basis = null, created_by = null,
         refused_because = null, notice_waits_because = null, notice_due_at = null, erased_at = $2
       where erased_at is null and decided_at < $1 and (state = 'refused' or noticed_at is not null)
       returning id),
     gone as (delete from request_accounts where request_id in (select id from erased))
     select count(*)::int as n from erased`,
    [decidedBefore, at],
  );
  return row?.n ?? 0;
}
