import type { Tx } from "../../../kit/db.ts";
import type { SourceByToken } from "../source.ts";
import type { Holding } from "./hold-links.ts";

/** In the order of their ids, so that two processes do not wait for each other; a lease is checked again once it is locked. */
export async function extendLeases(
  tx: Tx,
  { owner, kinds, states }: Holding,
  seconds: number,
): Promise<SourceByToken[]> {
  return tx.rows(
    `with held as (
       insert into source_links as l (source_id, owner, held_until, bound_since, last_error, last_error_at)
       select s.id, $1, now() + make_interval(secs => $3), n.bound_since, n.last_error, n.last_error_at
       from sources s left join source_links k on k.source_id = s.id
       left join unnest($4::bigint[], $5::timestamptz[], $6::text[], $7::timestamptz[])
         as n (source_id, bound_since, last_error, last_error_at) on n.source_id = s.id
       where s.kind = any($2::text[]) and s.retired_at is null
         and (k.source_id is null or k.owner = $1 or k.held_until <= now())
       order by s.id
       on conflict (source_id) do update set owner = excluded.owner, held_until = excluded.held_until,
         bound_since = excluded.bound_since, last_error = coalesce(excluded.last_error, l.last_error),
         last_error_at = coalesce(excluded.last_error_at, l.last_error_at)
       where l.owner = $1 or l.held_until <= now()
       returning source_id
     )
     select s.id, s.kind, s.name, s.settings as "settingsSealed", s.token_hash as "tokenHash"
     from held h join sources s on s.id = h.source_id`,
    [
      owner,
      kinds,
      seconds,
      states.map(({ sourceId }) => sourceId),
      states.map(({ boundSince }) => boundSince),
      states.map(({ lastError }) => lastError),
      states.map(({ lastErrorAt }) => lastErrorAt),
    ],
  );
}

export async function endLeases(tx: Tx, owner: string): Promise<void> {
  await tx.rows(`update source_links set held_until = now(), bound_since = null where owner = $1`, [owner]);
}
