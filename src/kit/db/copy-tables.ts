import type { Queryable } from "../db.ts";

export interface Table {
  name: string;
  columns: string[];
  /** Tables that its rows refer to. */
  needs: string[];
}

export interface Sequence {
  name: string;
  /** Null: it was never used. */
  lastValue: number | null;
}

/** Every table except the list of migrations, without generated columns; partitions count as part of their table. */
export function listTables(db: Queryable): Promise<Table[]> {
  return db.rows(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
         where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> 'migrations'
     order by c.relname`,
  );
}

/** Sequences are not transactional: read after the snapshot was taken, they are beyond everything in it. */
export function listSequences(db: Queryable): Promise<Sequence[]> {
  return db.rows(
    `select sequencename as name, last_value as "lastValue" from pg_sequences where schemaname = current_schema() order by 1`,
  );
}

export async function setSequence(db: Queryable, name: string, lastValue: number): Promise<void> {
  await db.rows(`select setval(format('%I.%I', current_schema(), $1::text)::regclass, $2)`, [
    name,
    lastValue,
  ]);
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quotedNames = (tables: { name: string }[]): string => tables.map(({ name }) => quote(name)).join(", ");
const columnsOf = ({ columns }: Pick<Table, "columns">): string => columns.map(quote).join(", ");

/** A query, because COPY does not support partitioned tables. */
export const copyOut = (table: Pick<Table, "name" | "columns">): string =>
  `copy (select ${columnsOf(table)} from ${quote(table.name)}) to stdout`;

export const copyIn = (table: Pick<Table, "name" | "columns">): string =>
  `copy ${quote(table.name)} (${columnsOf(table)}) from stdin`;

/** Names of the tables that are not empty. */
export async function listFilled(db: Queryable, tables: Pick<Table, "name">[]): Promise<string[]> {
  if (tables.length === 0) return [];
  const looks = tables.map(
    ({ name }, place) => `select $${place + 1}::text as name where exists (select from ${quote(name)})`,
  );
  const rows = await db.rows<{ name: string }>(
    looks.join(" union all "),
    tables.map(({ name }) => name),
  );
  return rows.map(({ name }) => name);
}

/** Keeps everybody else from writing until the end of the transaction. */
export async function lockTables(db: Queryable, tables: Pick<Table, "name">[]): Promise<void> {
  await db.rows(`lock table ${quotedNames(tables)} in share row exclusive mode`);
}

/** Updates the tables' statistics: without them the first queries of a filled database would be slow. */
export async function gatherStatistics(db: Queryable): Promise<void> {
  await db.rows(`analyze`);
}
