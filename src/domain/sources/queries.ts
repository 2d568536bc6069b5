import type { Queryable } from "../../kit/db.ts";
import type { LinkState } from "./links/link.ts";
import type { ListedSource, SourceByToken } from "./source.ts";

export interface SourceFigures extends ListedSource {
  messagesToday: number;
  unmatchedToday: number;
}

type Flat<T extends ListedSource> = Omit<T, "link"> & LinkState & { isLink: boolean };

/** What the lists show of a link: one whose lease has ended is bound by nobody. */
const linkColumns = `l.source_id is not null as "isLink", case when l.held_until > now() then l.bound_since end as "boundSince",
       l.last_error as "lastError", l.last_error_at as "lastErrorAt"`;

function withLink<T extends ListedSource>({
  isLink,
  boundSince,
  lastError,
  lastErrorAt,
  ...source
}: Flat<T>) {
  return { ...source, link: isLink ? { boundSince, lastError, lastErrorAt } : null };
}

/** `text_sealed is not null`: the index by age only has those, and today's texts are never erased yet. */
export async function listSourceFigures(db: Queryable, since: Date): Promise<SourceFigures[]> {
  const rows = await db.rows<Flat<SourceFigures>>(
    `select s.id, s.kind, s.name, s.created_at as "createdAt", s.retired_at as "retiredAt", s.fault, s.fault_at as "faultAt",
       (select m.received_at from messages m where m.source_id = s.id order by m.id desc limit 1) as "lastMessageAt",
       coalesce(t.n, 0) as "messagesToday", coalesce(t.unmatched, 0) as "unmatchedToday", ${linkColumns}
     from sources s left join source_links l on l.source_id = s.id left join (
       select source_id, count(*)::int as n, count(*) filter (where state = 'unmatched')::int as unmatched
       from messages where received_at >= $1 and text_sealed is not null group by source_id
     ) t on t.source_id = s.id
     order by s.retired_at is not null, s.id`,
    [since],
  );
  return rows.map(withLink);
}

/** The sources with these tokens that are not retired, each with the hash it was found by. */
export function findSourcesByToken(db: Queryable, hashes: Buffer[]): Promise<SourceByToken[]> {
  return db.rows(
    `select id, kind, name, settings as "settingsSealed", token_hash as "tokenHash"
     from sources where token_hash = any($1::bytea[]) and retired_at is null`,
    [hashes],
  );
}

export async function listSources(db: Queryable): Promise<ListedSource[]> {
  const rows = await db.rows<Flat<ListedSource>>(
    `select s.id, s.kind, s.name, s.created_at as "createdAt", s.retired_at as "retiredAt", s.fault, s.fault_at as "faultAt",
       (select m.received_at from messages m where m.source_id = s.id order by m.id desc limit 1) as "lastMessageAt",
       ${linkColumns}
     from sources s left join source_links l on l.source_id = s.id order by s.id`,
  );
  return rows.map(withLink);
}

/** A source in use. */
export async function findSource(db: Queryable, id: number): Promise<SourceByToken | undefined> {
  const [source] = await db.rows<SourceByToken>(
    `select id, kind, name, settings as "settingsSealed", token_hash as "tokenHash"
     from sources where id = $1 and retired_at is null`,
    [id],
  );
  return source;
}
