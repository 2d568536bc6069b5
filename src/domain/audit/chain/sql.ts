import type { Queryable, Tx } from "../../../kit/db.ts";
import { entryColumns, type Anchor } from "./queries.ts";
import type { ChainedEntry, Link } from "./link.ts";

/** Waits for whoever else extends the chain; holds until the end of the transaction. */
export async function lockChain(tx: Tx): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('chain the audit log', 0))`);
}

/** The oldest entries that are in no chain yet. */
export function findUnchained(tx: Tx, limit: number): Promise<ChainedEntry[]> {
  return tx.rows(`select ${entryColumns} from audit_log where chain_seq is null order by id limit $1`, [
    limit,
  ]);
}

export async function setLinks(tx: Tx, links: (Link & { id: number })[]): Promise<void> {
  await tx.rows(
    `update audit_log a set chain_seq = l.seq, commitment = l.commitment, chain_hash = l.hash
     from unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bytea[]) as l (id, seq, commitment, hash)
     where a.id = l.id`,
    [
      links.map(({ id }) => id),
      links.map(({ seq }) => seq),
      links.map(({ commitment }) => commitment),
      links.map(({ hash }) => hash),
    ],
  );
}

/** The chained entries about an account and by its people that have an address in them, up to a moment. */
export async function findAddresses(
  tx: Tx,
  { subjects, actors, until }: { subjects: string[]; actors: string[]; until: Date },
): Promise<number[]> {
  const found = await tx.rows<{ id: number }>(
    `select id from audit_log
     where erased_by is null and chain_seq is not null and at <= $3
       and (subject = any($1) or split_part(actor, ' (', 1) = any($2))
       and (detail ?| array['ip', 'email'] or strpos(actor, ' (') > 0)`,
    [subjects, actors, until],
  );
  return found.map(({ id }) => id);
}

/** Erases the addresses from entries; `erasedBy` is the entry that says why. */
export async function eraseAddresses(tx: Tx, ids: number[], erasedBy: number): Promise<void> {
  await tx.rows(
    `update audit_log set detail = detail - 'ip' - 'email', actor = split_part(actor, ' (', 1), salt = null, erased_by = $2
     where id = any($1)`,
    [ids, erasedBy],
  );
}

/** The day's anchor unless it has one; true if it had none. */
export async function insertAnchor(db: Queryable, { day, seq, hash, at }: Anchor): Promise<boolean> {
  const inserted = await db.rows(
    `insert into audit_anchors (day, chain_seq, chain_hash, at) values ($1, $2, $3, $4)
     on conflict do nothing returning day`,
    [day, seq, hash, at],
  );
  return inserted.length > 0;
}
