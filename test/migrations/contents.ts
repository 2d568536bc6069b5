import { listTables } from "../../src/kit/db/copy-tables.ts";
import type { Queryable } from "../../src/kit/db.ts";

/** Rows as JSON by table, sorted by their texts. */
export type Contents = Map<string, Record<string, unknown>[]>;

export async function readContents(db: Queryable): Promise<Contents> {
  const contents: Contents = new Map();
  for (const { name } of await listTables(db)) {
    const rows = await db.rows<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from "${name}" t order by to_jsonb(t)::text`,
    );
    contents.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return contents;
}

/** Intended changes of a migration to existing data; everything else must stay as it is. */
export interface Meant {
  /** Tables that are gone, or have other rows than before. */
  tables?: string[];
  /** `table.column`: gone, or with other values. */
  columns?: string[];
}

/** The differences in the rows, one sentence each; new columns and tables do not count. */
export function compareContents(
  before: Contents,
  after: Contents,
  { tables = [], columns = [] }: Meant,
): string[] {
  return [...before].flatMap(([table, rows]) => {
    if (tables.includes(table)) return [];
    const now = after.get(table);
    if (!now) return [`the table ${table} is gone`];
    if (now.length !== rows.length) return [`${table} had ${rows.length} rows and has ${now.length}`];
    const kept = Object.keys(rows[0] ?? {}).filter((column) => !columns.includes(`${table}.${column}`));
    const shown = (all: Record<string, unknown>[]): string[] =>
      all.map((row) => JSON.stringify(kept.map((column) => row[column] ?? null))).toSorted();
    const theirs = shown(now);
    const changed = shown(rows).filter((row, place) => row !== theirs[place]);
    return changed.map((row) => `${table} (${kept.join(", ")}) had ${row}`);
  });
}
