import { readdirSync } from "node:fs";
import type { Queryable } from "../../kit/db.ts";
import { Refusal } from "../../kit/errors.ts";
import { migrationsFolder } from "../../kit/paths.ts";
import { listMigrations } from "../../kit/db/facts.ts";

export interface SchemaState {
  /** Migrations that the database still lacks. */
  missing: string[];
  /** Migrations of a newer version than this one. */
  unknown: string[];
}

/** Migrations of this version, oldest first. */
export const knownMigrations = (): string[] =>
  readdirSync(migrationsFolder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted();

export async function compareSchema(db: Queryable): Promise<SchemaState> {
  const applied = await listMigrations(db);
  const files = knownMigrations();
  return {
    missing: files.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !files.includes(name)),
  };
}

/** The tool does not migrate the database: an older server may be using it right now. */
export async function requireSchema(db: Queryable): Promise<void> {
  const { missing, unknown } = await compareSchema(db);
  if (missing.length > 0) throw new Refusal("database_outdated", outdated(missing));
  if (unknown.length > 0) throw new Refusal("database_too_new", tooNew(unknown));
}

export const outdated = (missing: string[]): string =>
  `The database lacks ${missing.join(", ")}; start the server of this version once, it brings the database up to date.`;

export const tooNew = (unknown: string[]): string =>
  `The database was made by a newer version of ZapOTP (it has ${unknown.join(", ")}); use the tool of that version.`;
