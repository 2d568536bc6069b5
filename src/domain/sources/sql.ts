import type { Queryable, Tx } from "../../kit/db.ts";

export interface NewSource {
  kind: string;
  name: string;
  tokenHash: Buffer;
  settingsSealed: Buffer;
}

export async function insertSource(tx: Tx, source: NewSource, at: Date): Promise<number> {
  const [row] = await tx.rows<{ id: number }>(
    `insert into sources (kind, name, token_hash, settings, created_at) values ($1, $2, $3, $4, $5) returning id`,
    [source.kind, source.name, source.tokenHash, source.settingsSealed, at],
  );
  return (row as { id: number }).id;
}

/** The first source of a kind; only one process at a time may look it up, until the transaction ends. */
export async function lockSourceOfKind(tx: Tx, kind: string): Promise<number | null> {
  await tx.rows(`select pg_advisory_xact_lock(hashtextextended('source of kind ' || $1, 0))`, [kind]);
  const [known] = await tx.rows<{ id: number }>(
    `select id from sources where kind = $1 order by id limit 1`,
    [kind],
  );
  return known?.id ?? null;
}

export interface LockedSource {
  kind: string;
  tokenHash: Buffer;
  settingsSealed: Buffer;
  retiredAt: Date | null;
}

export async function lockSource(tx: Tx, id: number): Promise<LockedSource | undefined> {
  const [source] = await tx.rows<LockedSource>(
    `select kind, token_hash as "tokenHash", settings as "settingsSealed", retired_at as "retiredAt" from sources where id = $1 for no key update`,
    [id],
  );
  return source;
}

export async function setSourceAccess(
  tx: Tx,
  id: number,
  tokenHash: Buffer,
  settingsSealed: Buffer,
): Promise<void> {
  await tx.rows(`update sources set token_hash = $2, settings = $3 where id = $1`, [
    id,
    tokenHash,
    settingsSealed,
  ]);
}

export async function retireSource(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.rows(`update sources set retired_at = $2 where id = $1`, [id, at]);
}

/** A nonce and the message that came with it, each as a digest. */
export interface NonceRow {
  sourceId: number;
  nonce: Buffer;
  message: Buffer;
}

/** Stores the nonces that are new, in the order in which rows are locked; returns what each came with first. */
export function claimNonces(db: Queryable, claims: (NonceRow & { at: Date })[]): Promise<NonceRow[]> {
  return db.rows(
    `insert into source_nonces as n (source_id, nonce, message, seen_at)
     select source_id, nonce, message, seen_at
     from unnest($1::bigint[], $2::bytea[], $3::bytea[], $4::timestamptz[]) as c (source_id, nonce, message, seen_at)
     order by source_id, nonce
     on conflict (source_id, nonce) do update set seen_at = n.seen_at
     returning source_id as "sourceId", nonce, message`,
    [
      claims.map((claim) => claim.sourceId),
      claims.map((claim) => claim.nonce),
      claims.map((claim) => claim.message),
      claims.map((claim) => claim.at),
    ],
  );
}

export async function deleteNoncesBefore(db: Queryable, before: Date, limit: number): Promise<number> {
  const [gone] = await db.rows<{ count: number }>(
    `with gone as (
       delete from source_nonces
       where ctid = any(array(select ctid from source_nonces where seen_at < $1 limit $2)) returning 1
     )
     select count(*)::int as count from gone`,
    [before, limit],
  );
  return gone?.count ?? 0;
}
