import { createHash } from "node:crypto";

/** An entry of the audit log as it is chained. */
export interface ChainedEntry {
  id: number;
  /** UTC with microseconds, as the database writes it. */
  at: string;
  /** A name, and in brackets the address they acted from, unless it was erased. */
  actor: string;
  action: string;
  subject: string;
  /** The detail as the database writes it. */
  detail: string;
  /** Null once particulars were erased from the entry. */
  salt: Buffer | null;
}

/** Where an entry is in the chain. */
export interface Link {
  seq: number;
  commitment: Buffer;
  hash: Buffer;
}

/** What the first entry is chained to. */
export const beginning: Pick<Link, "seq" | "hash"> = { seq: 0, hash: Buffer.alloc(32) };

/**
 * Chains an entry to the one before it (Schneier and Kelsey, "Secure Audit Logs to Support Computer Forensics",
 * section 3: a hash over the entry and the previous hash). Actor and detail are in it as a salted
 * commitment only, so that addresses in them can be erased, and can no longer be guessed from the hash.
 */
export function linkAfter(
  previous: Pick<Link, "seq" | "hash">,
  entry: ChainedEntry,
  commitment: Buffer,
): Link {
  const seq = previous.seq + 1;
  const said = JSON.stringify([seq, entry.id, entry.at, entry.action, entry.subject]);
  const hash = createHash("sha256").update(previous.hash).update(commitment).update(said).digest();
  return { seq, commitment, hash };
}

/** The commitment to an entry's actor and detail. */
export const commit = (salt: Buffer, { actor, detail }: Pick<ChainedEntry, "actor" | "detail">): Buffer =>
  createHash("sha256")
    .update(salt)
    .update(JSON.stringify([actor, detail]))
    .digest();

/** What the entry of a closing says about the entries that it erased addresses from. */
export function sumOfErased(ids: readonly number[]): { erased: number; erasedSum: string } {
  const sorted = ids.toSorted((a, b) => a - b).join(",");
  return { erased: ids.length, erasedSum: createHash("sha256").update(sorted).digest("hex") };
}
