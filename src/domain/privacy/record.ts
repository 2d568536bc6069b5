import type { Queryable } from "../../kit/db.ts";
import { activities, impersonal, type Activity } from "./activities.ts";
import { listTables } from "./queries.ts";

export interface RecordedActivity extends Omit<Activity, "tables"> {
  /** As the database has them: `sessions (id, member_id, …)`. */
  tables: { table: string; columns: string[] }[];
}

export interface ProcessingRecord {
  activities: RecordedActivity[];
  /** Tables of which this version does not know what they say about people: there should be none. */
  unknown: string[];
}

/** The record of processing: what is done with data about people, and where the database stores it. */
export async function readRecord(db: Queryable): Promise<ProcessingRecord> {
  const stored = await listTables(db);
  const known = new Set([...impersonal, ...activities.flatMap(({ tables }) => tables)]);
  return {
    activities: activities.map((activity) => ({
      ...activity,
      tables: stored.filter(({ table }) => activity.tables.includes(table)),
    })),
    unknown: stored.map(({ table }) => table).filter((table) => !known.has(table)),
  };
}

/** The record as records of a file, the names of the columns first. */
export function* recordAsTable({ activities: all }: ProcessingRecord): Generator<string[]> {
  yield ["activity", "purpose", "legal_basis", "people", "data", "recipients", "kept", "stored_in"];
  for (const { name, purpose, basis, people, data, recipients, kept, tables } of all) {
    const stored = tables.map(({ table, columns }) => `${table} (${columns.join(", ")})`).join("; ");
    yield [name, purpose, basis, people, data, recipients, kept, stored];
  }
}
