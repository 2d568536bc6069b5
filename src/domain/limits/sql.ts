import type { Queryable } from "../../kit/db.ts";

/** What one process asks for of a limit. */
export interface Ask {
  subject: string;
  most: number;
  seconds: number;
  share: number;
}

export interface Granted {
  subject: string;
  endsAt: Date;
  used: number;
  granted: number;
}

/**
 * Gives each process what it asks for, or what is left; each subject once, locked in the order of the subjects. A count
 * that has ended starts again with the question.
 */
export function grant(db: Queryable, asks: Ask[], at: Date): Promise<Granted[]> {
  return db.rows(
    `insert into limit_counts as c (subject, most, ends_at, used, granted)
     select subject, most, $5::timestamptz + seconds * interval '1 second', least(most, share), least(most, share)
     from unnest($1::text[], $2::bigint[], $3::int[], $4::bigint[]) as a (subject, most, seconds, share) order by subject
     on conflict (subject) do update set
       most = excluded.most,
       ends_at = case when c.ends_at > $5 then least(c.ends_at, excluded.ends_at) else excluded.ends_at end,
       used = case when c.ends_at > $5 then greatest(c.used, least(excluded.most, c.used + excluded.granted))
         else excluded.used end,
       granted = case when c.ends_at > $5 then greatest(0, least(excluded.most - c.used, excluded.granted))
         else excluded.granted end
     returning subject, ends_at as "endsAt", used, granted`,
    [
      asks.map((ask) => ask.subject),
      asks.map((ask) => ask.most),
      asks.map((ask) => ask.seconds),
      asks.map((ask) => ask.share),
      at,
    ],
  );
}

/** Counts that have ended; those that a process is asking for are skipped. */
export async function deleteEnded(db: Queryable, before: Date): Promise<number> {
  const gone = await db.rows(
    `delete from limit_counts where subject in
       (select subject from limit_counts where ends_at < $1 for update skip locked) returning 1`,
    [before],
  );
  return gone.length;
}
