import type { Queryable } from "../../kit/db.ts";

export interface SealedColumn {
  table: string;
  column: string;
  /** Whether the row is useless without it. */
  required: boolean;
}

/** Every sealed column, by name. */
export function listSealedColumns(db: Queryable): Promise<SealedColumn[]> {
  return db.rows(
    `select c.relname as table, a.attname as column, a.attnotnull as required
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attname like '%\\_sealed' and a.atttypid = 'bytea'::regtype
     order by 1, 2`,
  );
}

/** Columns that are not erased by age, and so outlive the version that sealed them. */
export type LastingColumn = "sources.settings" | "members.totp_sealed" | "members.totp_pending_sealed";

export function listSealedSources(
  db: Queryable,
): Promise<{ id: number; tokenHash: Buffer; sealed: Buffer }[]> {
  return db.rows(`select id, token_hash as "tokenHash", settings as sealed from sources order by id`);
}

export function listSealedMembers(
  db: Queryable,
): Promise<{ id: number; totp: Buffer | null; pending: Buffer | null }[]> {
  return db.rows(
    `select id, totp_sealed as totp, totp_pending_sealed as pending from members
     where totp_sealed is not null or totp_pending_sealed is not null order by id`,
  );
}
