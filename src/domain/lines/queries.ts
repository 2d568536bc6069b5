import type { Queryable } from "../../kit/db.ts";
import type { Line } from "./line.ts";

/**
 * Whether number `n` is known to be heard by nothing now: it was heard through lines, and all of them are down. What
 * was never heard may well be heard.
 */
export const isUnheard = (n: string): string => `exists (
  select from lines l join number_lines b on b.line_id = l.id and b.until is null
  where l.down_since is not null and b.number_id = ${n}.id
    and not exists (select from number_lines o join lines u on u.id = o.line_id
      where o.number_id = ${n}.id and o.until is null and u.down_since is null))`;

/** The ids of all numbers that are not heard now, to be left out of what is counted: by a hash, not by a probe for each. */
export const unheardNumbers = `(
  select b.number_id from lines l join number_lines b on b.line_id = l.id and b.until is null
  where l.down_since is not null and not exists (
    select from number_lines o join lines u on u.id = o.line_id
    where o.number_id = b.number_id and o.until is null and u.down_since is null))`;

/** The lines of sources in use, those that are down first. */
export function listLines(db: Queryable, at: Date, sourceId: number | null = null): Promise<Line[]> {
  return db.rows(
    `select l.id, l.source_id as "sourceId", s.name as "sourceName", l.name, l.heard_at as "heardAt",
       l.down_since as "downSince", l.down_reason as "downReason", l.usual_gap_seconds as "usualGapSeconds",
       (select count(*)::int from number_lines b where b.line_id = l.id and b.until is null) as numbers,
       coalesce(a.hour, 0) as "messagesHour", coalesce(a.day, 0) as "messagesDay",
       a.lag as "lagSeconds", a.longest as "longestLagSeconds"
     from lines l join sources s on s.id = l.source_id and s.retired_at is null
     left join lateral (
       select sum(messages)::int as day, sum(messages) filter (where from_at > $1::timestamptz - interval '1 hour')::int as hour,
         round(sum(lag_milliseconds)::numeric / nullif(sum(timed), 0) / 1000, 1)::float as lag,
         round(max(longest_lag_milliseconds) filter (where timed > 0) / 1000.0, 1)::float as longest
       from line_activity where line_id = l.id and from_at > $1::timestamptz - interval '1 day'
     ) a on true
     where $2::bigint is null or l.source_id = $2
     order by l.down_since is null, l.source_id, l.name limit 2000`,
    [at, sourceId],
  );
}

/** What must be judged of the lines that matter: down, or what some number is heard through now. */
export function listLineStates(
  db: Queryable,
): Promise<Pick<Line, "id" | "heardAt" | "downSince" | "usualGapSeconds">[]> {
  return db.rows(
    `select l.id, l.heard_at as "heardAt", l.down_since as "downSince", l.usual_gap_seconds as "usualGapSeconds"
     from lines l join sources s on s.id = l.source_id
     where s.retired_at is null and (l.down_since is not null
       or exists (select from number_lines b where b.line_id = l.id and b.until is null))`,
  );
}

export interface HeardThrough {
  line: string;
  source: string;
  since: Date;
  until: Date | null;
}

/** What a number is and was heard through, the latest first. */
export function listLinesOf(db: Queryable, number: string): Promise<HeardThrough[]> {
  return db.rows(
    `select l.name as line, s.name as source, b.since, b.until
     from numbers n join number_lines b on b.number_id = n.id join lines l on l.id = b.line_id join sources s on s.id = l.source_id
     where one_number(n.number) = one_number($1) order by b.until is null desc, b.since desc limit 100`,
    [number],
  );
}
