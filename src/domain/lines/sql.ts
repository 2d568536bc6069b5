import type { Queryable, Tx } from "../../kit/db.ts";

/** What a line heard within ten minutes. */
export interface HeardLine {
  sourceId: number;
  name: string;
  /** The last message. */
  at: Date;
  /** The beginning of the ten minutes. */
  fromAt: Date;
  messages: number;
  /** Messages with a time of the network, and the sum and maximum of their ways to us. */
  timed: number;
  lagMs: number;
  longestLagMs: number;
}

export interface HeardNumber {
  sourceId: number;
  name: string;
  number: string;
  at: Date;
}

/** A source that names ever new lines has a wrong mapping; its further ones are not kept. */
const mostLinesPerSource = 2_000;

/** Whether line `h` is known, or there is room for one more. */
const isKept = `(exists (select from lines k where k.source_id = h.source_id and k.name = h.name)
  or (select count(*) from lines k where k.source_id = h.source_id) < ${mostLinesPerSource})`;

/**
 * Adds what was heard; rows in one order, so that processes do not wait for each other in a circle. A number is heard
 * through one line of a source at a time, and through as many sources as hear it.
 */
export async function writeHeard(
  tx: Tx,
  { lines, numbers }: { lines: HeardLine[]; numbers: HeardNumber[] },
): Promise<void> {
  await tx.rows(
    `insert into lines as l (source_id, name, created_at, heard_at)
     select source_id, name, max(at), max(at) from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as h (source_id, name, at)
     where exists (select from sources s where s.id = h.source_id and s.retired_at is null)
       and ${isKept}
     group by source_id, name order by source_id, name
     on conflict (source_id, name) do update set heard_at = greatest(l.heard_at, excluded.heard_at),
       down_since = case when l.down_by = 'link' and excluded.heard_at > l.down_since then null else l.down_since end,
       down_by = case when l.down_by = 'link' and excluded.heard_at > l.down_since then null else l.down_by end,
       down_reason = case when l.down_by = 'link' and excluded.heard_at > l.down_since then null else l.down_reason end`,
    [lines.map((line) => line.sourceId), lines.map((line) => line.name), lines.map((line) => line.at)],
  );
  await tx.rows(
    `insert into line_activity as a (line_id, from_at, messages, timed, lag_milliseconds, longest_lag_milliseconds)
     select l.id, h.from_at, h.messages, h.timed, h.lag, h.longest
     from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::int[], $5::int[], $6::bigint[], $7::int[])
       as h (source_id, name, from_at, messages, timed, lag, longest)
     join lines l using (source_id, name)
     order by l.id, h.from_at
     on conflict (line_id, from_at) do update set messages = a.messages + excluded.messages,
       timed = a.timed + excluded.timed, lag_milliseconds = a.lag_milliseconds + excluded.lag_milliseconds,
       longest_lag_milliseconds = greatest(a.longest_lag_milliseconds, excluded.longest_lag_milliseconds)`,
    [
      lines.map((line) => line.sourceId),
      lines.map((line) => line.name),
      lines.map((line) => line.fromAt),
      lines.map((line) => line.messages),
      lines.map((line) => line.timed),
      lines.map((line) => line.lagMs),
      lines.map((line) => line.longestLagMs),
    ],
  );
  await tx.rows(
    `with heard as materialized (
       select n.id as number_id, l.id as line_id, l.source_id, h.at
       from unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[]) as h (source_id, name, number, at)
       join lines l using (source_id, name)
       join numbers n on one_number(n.number) = one_number(h.number)
     ), moved as (
       update number_lines b set until = h.at from heard h join lines o on o.source_id = h.source_id
       where b.number_id = h.number_id and b.until is null and b.line_id = o.id and b.line_id <> h.line_id and b.since <= h.at
     )
     insert into number_lines (number_id, line_id, since)
     select number_id, line_id, at from heard h
     where not exists (select from number_lines b
       where b.number_id = h.number_id and b.line_id = h.line_id and b.until is null)
     order by number_id, line_id
     on conflict (number_id, line_id) where until is null do nothing`,
    [
      numbers.map((heard) => heard.sourceId),
      numbers.map((heard) => heard.name),
      numbers.map((heard) => heard.number),
      numbers.map((heard) => heard.at),
    ],
  );
}

export interface SourceFault {
  sourceId: number;
  fault: string;
  at: Date;
}

export async function writeFaults(db: Queryable, faults: SourceFault[]): Promise<void> {
  await db.rows(
    `update sources s set fault = f.fault, fault_at = f.at
     from (select * from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as f (id, fault, at) order by id) f
     where s.id = f.id`,
    [faults.map(({ sourceId }) => sourceId), faults.map(({ fault }) => fault), faults.map(({ at }) => at)],
  );
}

export interface DownLine {
  sourceId: number;
  name: string;
  downSince: Date | null;
}

export async function lockLine(tx: Tx, id: number): Promise<DownLine | undefined> {
  const [line] = await tx.rows<DownLine>(
    `select source_id as "sourceId", name, down_since as "downSince" from lines where id = $1 for no key update`,
    [id],
  );
  return line;
}

/** Takes a line down, or up again if `down` is null. */
export async function setLine(
  db: Queryable,
  id: number,
  down: { at: Date; reason: string } | null,
): Promise<void> {
  await db.rows(`update lines set down_since = $2, down_by = $3, down_reason = $4 where id = $1`, [
    id,
    down && down.at,
    down && "operator",
    down && down.reason,
  ]);
}

/** What the link itself says about a line, or (null) about every line of the source; an operator's word stands. */
export async function writeLinkState(
  db: Queryable,
  { sourceId, line, at, fault }: { sourceId: number; line: string | null; at: Date; fault: string | null },
): Promise<void> {
  await db.rows(
    `insert into lines as l (source_id, name, created_at, heard_at, down_since, down_by, down_reason)
     select h.source_id, h.name, $3, case when $4::text is null then $3::timestamptz end,
       case when $4::text is not null then $3::timestamptz end, case when $4::text is not null then 'link' end, $4
     from (select $1::bigint, coalesce($2::text, '')
       union select source_id, name from lines where source_id = $1 and $2::text is null) as h (source_id, name)
     where ${isKept} order by h.name
     on conflict (source_id, name) do update set
       heard_at = greatest(l.heard_at, case when l.name = coalesce($2, '') then excluded.heard_at end),
       down_since = case when $4 is null then null else coalesce(l.down_since, excluded.down_since) end,
       down_by = excluded.down_by, down_reason = excluded.down_reason
     where l.down_by is distinct from 'operator'`,
    [sourceId, line, at, fault],
  );
}

/** Ends what was heard through a source that is retired. */
export async function endLines(tx: Tx, sourceId: number, at: Date): Promise<void> {
  await tx.rows(
    `update number_lines set until = $2
     where until is null and line_id in (select id from lines where source_id = $1)`,
    [sourceId, at],
  );
}

/**
 * The longest usual silence of each line: the second longest of the last two weeks, so that one outage does not make
 * the next one look usual, and at least an hour. Null with fewer than twenty stretches heard.
 */
export async function writeUsualGaps(db: Queryable, at: Date): Promise<void> {
  await db.rows(
    `with gaps as (
       select line_id, extract(epoch from from_at - lag(from_at) over (partition by line_id order by from_at))::int as seconds
       from line_activity where from_at > $1::timestamptz - interval '14 days'
     ), usual as (
       select line_id, case when count(seconds) >= 20
         then greatest(3600, (array_agg(seconds order by seconds desc nulls last))[2]) end as seconds
       from gaps group by line_id
     )
     update lines l set usual_gap_seconds = u.seconds from usual u
     where u.line_id = l.id and l.usual_gap_seconds is distinct from u.seconds`,
    [at],
  );
}

/**
 * Deletes figures that are no longer used, which numbers were heard where long ago, and lines that are gone. Also ends what was heard through
 * a source while it was being retired.
 */
export async function forgetLines(db: Queryable, at: Date): Promise<void> {
  await db.rows(
    `update number_lines set until = $1 where until is null and line_id in (
       select l.id from lines l join sources s on s.id = l.source_id where s.retired_at is not null)`,
    [at],
  );
  await db.rows(`delete from line_activity where from_at < $1::timestamptz - interval '15 days'`, [at]);
  await db.rows(`delete from number_lines where until < $1::timestamptz - interval '180 days'`, [at]);
  await db.rows(
    `delete from lines l where l.down_since is null
       and coalesce(l.heard_at, l.created_at) < $1::timestamptz - interval '180 days'
       and not exists (select from number_lines b where b.line_id = l.id)
       and not exists (select from line_activity a where a.line_id = l.id)`,
    [at],
  );
}
