import type { Queryable } from "../../../kit/db.ts";
import type { EvidenceType, ListedVerification } from "./verification.ts";

const columns = `v.id, v.account_id as "accountId", a.username, v.tier, v.file_name as "fileName", v.asked_by as "askedBy",
  v.asked_at as "askedAt", v.decided_by as "decidedBy", v.decided_at as "decidedAt", v.decision, v.reason,
  v.erased_at as "erasedAt" from verifications v join accounts a on a.id = v.account_id`;

export const verificationStates = ["open", "decided"] as const;

export interface VerificationFilter {
  accountId: number | null;
  state: (typeof verificationStates)[number] | null;
  beforeId: number;
}

/** A page of requests and decisions, the newest first. */
export function listVerifications(
  db: Queryable,
  { accountId, state, beforeId }: VerificationFilter,
  limit: number,
): Promise<ListedVerification[]> {
  return db.rows(
    `select ${columns} where v.id < $3 and ($1::bigint is null or v.account_id = $1)
       and ($2::text is null or ($2 = 'open') = (v.decided_at is null))
     order by v.id desc limit $4`,
    [accountId, state, beforeId, limit],
  );
}

export interface SealedEvidence {
  accountId: number;
  noteSealed: Buffer | null;
  fileName: string | null;
  fileType: EvidenceType | null;
  fileSealed: Buffer | null;
}

export async function findEvidence(db: Queryable, id: number): Promise<SealedEvidence | undefined> {
  const [row] = await db.rows<SealedEvidence>(
    `select account_id as "accountId", note_sealed as "noteSealed", file_name as "fileName", file_type as "fileType",
       file_sealed as "fileSealed" from verifications where id = $1`,
    [id],
  );
  return row;
}

/** What is stored of an account's requests, for its export. */
export function listEvidenceOf(
  db: Queryable,
  accountId: number,
): Promise<(SealedEvidence & { id: number })[]> {
  return db.rows(
    `select id, account_id as "accountId", note_sealed as "noteSealed", file_name as "fileName",
       file_type as "fileType", file_sealed as "fileSealed" from verifications where account_id = $1 order by id`,
    [accountId],
  );
}
