import type { Queryable, Tx } from "../../../kit/db.ts";
import type { Acting } from "../queries.ts";
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

/** The chained entries by people and about subjects that have an address in them. */
export async function findAddresses(
  tx: Tx,
  { subjects, actors }: { subjects: string[]; actors: Acting[] },
): Promise<number[]> {
  const found = await tx.rows<{ id: number }>(
    `select id from audit_log a
     where erased_by is null and chain_seq is not null and (detail ?| array['ip', 'email'] or strpos(actor, ' (') > 0)
       and id in (
         select id from audit_log where subject = any($1)
         union
         select a.id from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) as p (name, since, until)
         join audit_log a on split_part(a.actor, ' (', 1) = p.name and a.at between p.since and p.until
       )`,
    [
      subjects,
      actors.map(({ username }) => username),
      actors.map(({ since }) => since),
      actors.map(({ until }) => until),
    ],
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
