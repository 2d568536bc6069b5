import type { Queryable } from "../../kit/db.ts";
import { behind, inOrder, mostCounted, type Sort } from "../../kit/sort.ts";

/** `void`: its link was used, replaced or has expired. */
export type LetterState = "waiting" | "sent" | "void" | "dismissed";
export const letterStates = ["waiting", "sent", "void", "dismissed"] as const satisfies LetterState[];

const stateAt = (at: string): string => `case when o.sent_at is not null then 'sent'
  when o.dismissed_at is not null then 'dismissed'
  when o.link_hash is not null and not exists (
      select from member_tokens t where t.hash = o.link_hash and t.expires_at > ${at})
    and not exists (select from invitations i where i.token_hash = o.link_hash and i.expires_at > ${at}) then 'void'
  else 'waiting' end`;

export interface LetterFilter {
  beforeId: number;
  sort?: Sort;
  state: LetterState | null;
  /** Part of the address or the subject. */
  q: string | null;
  from: Date | null;
  to: Date | null;
}

export interface ListedLetter {
  state: LetterState;
  id: number;
  recipient: string;
  subject: string;
  textSealed: Buffer | null;
  createdAt: Date;
  sentAt: Date | null;
  error: string | null;
}

const fromWanted = `from outbox o cross join lateral (select ${stateAt("$1")} as state) s
  where ($2::text is null or s.state = $2)
    and ($3::text is null or strpos(lower(o.recipient), lower($3)) > 0 or strpos(lower(o.subject), lower($3)) > 0)
    and ($4::timestamptz is null or o.created_at >= $4) and ($5::timestamptz is null or o.created_at < $5)`;

const wantedBy = ({ state, q, from, to }: LetterFilter, at: Date): unknown[] => [at, state, q, from, to];

/** A page of the outbox, newest first unless sorted otherwise. */
export function listLetters(
  db: Queryable,
  filter: LetterFilter,
  at: Date,
  limit: number,
): Promise<ListedLetter[]> {
  const { sort = "newest", beforeId } = filter;
  return db.rows(
    `select o.id, o.recipient, o.subject, o.text_sealed as "textSealed", o.created_at as "createdAt",
       o.sent_at as "sentAt", o.error, s.state
     ${fromWanted} and ${behind(sort, "o.id", "$6")} ${inOrder(sort, "o.id")} limit $7`,
    [...wantedBy(filter, at), beforeId, limit],
  );
}

/** How many there are, at most one more than anybody counts. */
export async function countLetters(db: Queryable, filter: LetterFilter, at: Date): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from (select ${fromWanted} limit ${mostCounted + 1}) counted`,
    wantedBy(filter, at),
  );
  return row?.n ?? 0;
}

/** Letters that are not sent, whose text still exists, and that somebody may still need. */
export async function countWaitingLetters(db: Queryable, at: Date): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from outbox o where o.text_sealed is not null and ${stateAt("$1")} = 'waiting'`,
    [at],
  );
  return row?.n ?? 0;
}

/** A letter without its text. */
export interface LetterHead {
  recipient: string;
  subject: string;
  createdAt: Date;
  sentAt: Date | null;
}

/**
 * Every stored letter to the people of an account, oldest first. Never by address: whoever names a stranger's address
 * as their own, or invites it, would read what was written to them.
 */
export function listLettersOf(db: Queryable, accountId: number): Promise<LetterHead[]> {
  return db.rows(
    `select recipient, subject, created_at as "createdAt", sent_at as "sentAt" from outbox
     where account_id = $1 order by id`,
    [accountId],
  );
}
