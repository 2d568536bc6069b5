import type { Queryable, Tx } from "../../kit/db.ts";
import type { LastingColumn, SealedColumn } from "./queries.ts";

const replacements: Record<LastingColumn, string> = {
  "sources.settings": `update sources set settings = $3 where id = $1 and settings = $2`,
  "members.totp_sealed": `update members set totp_sealed = $3 where id = $1 and totp_sealed = $2`,
  "members.totp_pending_sealed": `update members set totp_pending_sealed = $3 where id = $1 and totp_pending_sealed = $2`,
};

/** Unless it has changed in the meantime. */
export async function replaceSealed(
  db: Queryable,
  { column, id }: { column: LastingColumn; id: number },
  before: Buffer,
  after: Buffer,
): Promise<void> {
  await db.rows(replacements[column], [id, before, after]);
}

/** Table and column come from the constants in the code, never from input. */
function forgetting({ table, column, required }: SealedColumn): string {
  const change = required ? `delete from "${table}"` : `update "${table}" set "${column}" = null`;
  return `with changed as (${change} where "${column}" is not null returning 1) select count(*)::int as n from changed`;
}

/** Empties the column, or deletes rows that would be useless; returns the number of rows. */
export async function forgetColumn(tx: Tx, column: SealedColumn): Promise<number> {
  const [row] = await tx.rows<{ n: number }>(forgetting(column));
  return row?.n ?? 0;
}

export function listSourceTokens(tx: Tx): Promise<{ id: number; tokenHash: Buffer }[]> {
  return tx.rows(`select id, token_hash as "tokenHash" from sources order by id for no key update`);
}

/** Erases the sources' secrets, which makes all except our own sandbox useless; returns how many. */
export async function forgetSources(
  tx: Tx,
  sources: { id: number; settingsSealed: Buffer }[],
  at: Date,
): Promise<number> {
  const [row] = await tx.rows<{ n: number }>(
    `with changed as (
       update sources s set settings = n.settings,
         retired_at = case when s.kind = 'sandbox' then null else coalesce(s.retired_at, $3) end
       from unnest($1::bigint[], $2::bytea[]) as n (id, settings) where s.id = n.id
       returning s.kind)
     select count(*) filter (where kind <> 'sandbox')::int as n from changed`,
    [sources.map(({ id }) => id), sources.map(({ settingsSealed }) => settingsSealed), at],
  );
  return row?.n ?? 0;
}
