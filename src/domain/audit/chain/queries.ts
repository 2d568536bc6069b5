import type { Queryable } from "../../../kit/db.ts";
import type { ChainedEntry, Link } from "./link.ts";

/** For an entry as it is hashed: times and details as the database writes them, whatever the client makes of them. */
export const entryColumns = `id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, action,
  subject, detail::text as detail, salt`;

/** The last link of the chain; undefined if there is none. */
export async function findHead(db: Queryable): Promise<Pick<Link, "seq" | "hash"> | undefined> {
  const [head] = await db.rows<Pick<Link, "seq" | "hash">>(
    `select chain_seq as seq, chain_hash as hash from audit_log where chain_seq is not null
     order by chain_seq desc limit 1`,
  );
  return head;
}

export interface LinkedEntry extends ChainedEntry, Link {
  erasedBy: number | null;
}

/** The next entries of the chain, in its order. */
export function listChain(db: Queryable, afterSeq: number, limit: number): Promise<LinkedEntry[]> {
  return db.rows(
    `select ${entryColumns}, chain_seq as seq, commitment, chain_hash as hash, erased_by as "erasedBy"
     from audit_log where chain_seq > $1 order by chain_seq limit $2`,
    [afterSeq, limit],
  );
}

/** How many entries wait to be chained that were written before a moment. */
export async function countUnchained(db: Queryable, before: Date): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from audit_log where chain_seq is null and at < $1`,
    [before],
  );
  return row?.n ?? 0;
}

/** The end of the chain on a day. */
export interface Anchor {
  /** 2026-11-27, UTC. */
  day: string;
  seq: number;
  hash: Buffer;
  at: Date;
}

/** Every anchor that the database keeps, oldest first. */
export function listAnchors(db: Queryable): Promise<Anchor[]> {
  return db.rows(
    `select day::text, chain_seq as seq, chain_hash as hash, at from audit_anchors order by day`,
  );
}

/** The newest anchors, newest first. */
export function listLastAnchors(db: Queryable, limit: number): Promise<Anchor[]> {
  return db.rows(
    `select day::text, chain_seq as seq, chain_hash as hash, at from audit_anchors order by day desc limit $1`,
    [limit],
  );
}

export async function hasAnchor(db: Queryable, day: string): Promise<boolean> {
  return (await db.rows(`select 1 from audit_anchors where day = $1`, [day])).length > 0;
}
