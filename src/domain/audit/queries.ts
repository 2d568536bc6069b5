import type { Queryable } from "../../kit/db.ts";
import { behind, inOrder, mostCounted, type Sort } from "../../kit/sort.ts";

export interface ListedAction {
  id: number;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  /** The name of the subject, if it has one: an account's, a member's, a pool's, … */
  subjectName: string | null;
  detail: Record<string, unknown>;
}

export type PlainAction = Omit<ListedAction, "subjectName">;

export interface ActionFilter {
  beforeId: number;
  sort?: Sort;
  /** The name of the actor. */
  actor: string | null;
  /** `key.revoke`, or `key` for every action on keys. */
  action: string | null;
  subject: string | null;
  from: Date | null;
  to: Date | null;
}

const named = (kind: string, name: string, from: string): string =>
  `when '${kind}' then (select ${name} from ${from} where t.id = n.id)`;

const subjectName = `case split_part(l.subject, ' ', 1)
  ${named("account", "t.username", "accounts t")}
  ${named("wallet", "a.username", "wallets t join accounts a on a.id = t.account_id")}
  ${named("member", "t.username", "members t")}
  ${named("key", "t.name", "api_keys t")}
  ${named("pool", "t.name", "pools t")}
  ${named("source", "t.name", "sources t")}
  ${named("letter", "t.recipient", "outbox t")}
  when 'service' then (select t.name from services t where t.slug = split_part(l.subject, ' ', 2)) end`;

const isWanted = `($1::text is null or l.actor = $1 or starts_with(l.actor, $1 || ' ('))
  and ($2::text is null or l.action = $2 or starts_with(l.action, $2 || '.'))
  and ($3::text is null or l.subject = $3 or starts_with(l.subject, $3 || ' '))
  and ($4::timestamptz is null or l.at >= $4) and ($5::timestamptz is null or l.at < $5)`;

const wantedBy = ({ actor, action, subject, from, to }: ActionFilter): unknown[] => [
  actor,
  action,
  subject,
  from,
  to,
];

/** A page of the audit log, newest first unless sorted otherwise. */
export function listActions(db: Queryable, filter: ActionFilter, limit: number): Promise<ListedAction[]> {
  const { sort = "newest", beforeId } = filter;
  return db.rows(
    `select l.id, l.at, l.actor, l.action, l.subject, l.detail, ${subjectName} as "subjectName"
     from audit_log l
     cross join lateral (select substring(l.subject from '^[a-z]+ ([0-9]{1,15})\\M')::bigint as id) n
     where ${behind(sort, "l.id", "$6")} and ${isWanted} ${inOrder(sort, "l.id")} limit $7`,
    [...wantedBy(filter), beforeId, limit],
  );
}

/** How many there are, at most one more than anybody counts. */
export async function countActions(db: Queryable, filter: ActionFilter): Promise<number> {
  const [row] = await db.rows<{ n: number }>(
    `select count(*)::int as n from (
       select from audit_log l where ${isWanted} limit ${mostCounted + 1}) counted`,
    wantedBy(filter),
  );
  return row?.n ?? 0;
}

/** Somebody who acted under a name for a time: a name that became free may be somebody else's before and after. */
export interface Acting {
  username: string;
  since: Date;
  until: Date;
}

export interface ActionsOf {
  actors: Acting[];
  /** `member 7` */
  subjects: string[];
  beforeId: number;
  /** From `from` until before `to`; null: from the beginning, until now. */
  from: Date | null;
  to: Date | null;
}

/** A page of the entries by or about somebody, newest first; without the addresses of others who acted on them. */
export function listActionsOf(
  db: Queryable,
  { actors, subjects, beforeId, from, to }: ActionsOf,
  limit: number,
): Promise<PlainAction[]> {
  return db.rows(
    `with own as (
       select a.id from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as p (name, since, until)
       join audit_log a on split_part(a.actor, ' (', 1) = p.name and a.at between p.since and p.until
       where a.actor <> 'system') -- Once, a member could have this name.
     select l.id, l.at, case when l.id in (select id from own) then l.actor else split_part(l.actor, ' (', 1) end as actor,
       l.action, l.subject, l.detail
     from audit_log l
     where l.id < $5 and (l.id in (select id from own) or l.subject = any($4::text[]))
       and ($6::timestamptz is null or l.at >= $6) and ($7::timestamptz is null or l.at < $7)
     order by l.id desc limit $8`,
    [
      actors.map(({ username }) => username),
      actors.map(({ since }) => since),
      actors.map(({ until }) => until),
      subjects,
      beforeId,
      from,
      to,
      limit,
    ],
  );
}

/** Who was removed from an account's team. */
export function listRemovedMembers(db: Queryable, accountId: number): Promise<(Acting & { id: number })[]> {
  return db.rows(
    `select substr(subject, 8)::bigint as id, detail ->> 'username' as username,
       (detail ->> 'since')::timestamptz as since, at as until
     from audit_log where action = 'member.remove' and detail ->> 'accountId' = $1::text`,
    [accountId],
  );
}
