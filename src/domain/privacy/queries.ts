import type { Queryable } from "../../kit/db.ts";

export type DueKind =
  | "texts"
  | "parts"
  | "events"
  | "evidence"
  | "idempotency keys"
  | "uses"
  | "sessions"
  | "attempts"
  | "links"
  | "challenges"
  | "letters"
  | "limit counts"
  | "nonces"
  | "address groups"
  | "cases";

/** Counted up to here: nobody needs to know more exactly what will be gone tomorrow. */
const mostCounted = 10_000;

const dueOf = (kind: DueKind, rows: string): string =>
  `select '${kind}' as kind, least(count(*), ${mostCounted})::int as due, count(*) > ${mostCounted} as "isMore",
     min(at) as "oldestAt"
   from (select * from (${rows}) r (at) limit ${mostCounted + 1}) t`;

const every = [
  dueOf("texts", `select received_at from messages where text_sealed is not null and received_at < $1`),
  dueOf("parts", `select began_at from long_messages where due_at is null and began_at < $2`),
  dueOf("events", `select created_at from events where created_at < $3`),
  dueOf(
    "evidence",
    `select coalesce(decided_at, asked_at) from verifications
     where erased_at is null and coalesce(decided_at, asked_at) < $15`,
  ),
  dueOf("idempotency keys", `select created_at from idempotency_keys where created_at < $4`),
  dueOf(
    "uses",
    `select greatest(rests_until - make_interval(secs => $13), used_at) from number_uses
     where greatest(rests_until - make_interval(secs => $13), used_at) < $5`,
  ),
  dueOf(
    "sessions",
    `select least(last_seen_at, created_at + make_interval(secs => $14)) from sessions
     where last_seen_at < $6 or created_at + make_interval(secs => $14) < $6`,
  ),
  dueOf("attempts", `select at from attempts where at < $7`),
  dueOf(
    "links",
    `select expires_at from member_tokens where expires_at < $8
     union all select expires_at from invitations where expires_at < $8`,
  ),
  dueOf("challenges", `select expires_at from passkey_challenges where expires_at < $9`),
  dueOf("letters", `select created_at from outbox where created_at < $10`),
  dueOf("nonces", `select seen_at from source_nonces where seen_at < $18`),
  dueOf("limit counts", `select ends_at from limit_counts where ends_at < $11`),
  dueOf("address groups", `select seen_at from address_groups where open_orders = 0 and seen_at < $12`),
  dueOf(
    "cases",
    `select at from (
       select greatest(decided_at, appeal_until - make_interval(secs => $17)) as at
       from abuse_reports where erased_at is null and state = 'decided') d where at < $16
     union all select decided_at from authority_requests
       where erased_at is null and decided_at < $16 and (state = 'refused' or noticed_at is not null)`,
  ),
].join(" union all ");

/**
 * How many rows of each kind are older than its cutoff, and the time of the oldest. A rest of a number counts as if it
 * had begun `usesSeconds` before its end; a session ends `extraSessionSeconds` after it could have ended unused; a case
 * counts as if it was decided `casesSeconds` before the end of its time for appeals, if that is later.
 */
export function listDue(
  db: Queryable,
  cutoffs: Record<DueKind, Date>,
  {
    usesSeconds,
    extraSessionSeconds,
    casesSeconds,
  }: { usesSeconds: number; extraSessionSeconds: number; casesSeconds: number },
): Promise<{ kind: DueKind; due: number; isMore: boolean; oldestAt: Date | null }[]> {
  return db.rows(every, [
    cutoffs["texts"],
    cutoffs["parts"],
    cutoffs["events"],
    cutoffs["idempotency keys"],
    cutoffs["uses"],
    cutoffs["sessions"],
    cutoffs["attempts"],
    cutoffs["links"],
    cutoffs["challenges"],
    cutoffs["letters"],
    cutoffs["limit counts"],
    cutoffs["address groups"],
    usesSeconds,
    extraSessionSeconds,
    cutoffs["evidence"],
    cutoffs["cases"],
    casesSeconds,
    cutoffs["nonces"],
  ]);
}

/** The columns of every table, as the database has them. */
export function listTables(db: Queryable): Promise<{ table: string; columns: string[] }[]> {
  return db.rows(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
     group by c.relname order by c.relname`,
  );
}
