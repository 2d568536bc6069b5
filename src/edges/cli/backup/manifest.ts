import type { Sequence } from "../../../kit/db/copy-tables.ts";

/** A backup's description of itself, at its beginning, so that it can be checked before the rest is read. */
export interface Head {
  format: typeof backupFormat;
  /** Version of the program that wrote it. */
  version: string;
  /** Migrations of the database's schema, oldest first. */
  migrations: string[];
  takenAt: string;
}

/** Written last, when everything is known: a backup without it was cut off. */
export interface Manifest extends Head {
  /** In an order in which they can be filled: no table refers to a later one. */
  tables: BackedUpTable[];
  sequences: Sequence[];
}

export interface BackedUpTable {
  name: string;
  columns: string[];
  rows: number;
  bytes: number;
  /** Hash of its rows as PostgreSQL's COPY writes them. */
  sha256: string;
}

export const backupFormat = "zapotp backup 1";
export const headName = "backup.json";
export const manifestName = "manifest.json";

/** Rows of a table, in as many pieces as necessary; concatenated they are the output of COPY. */
export const pieceName = (table: string, piece: number): string =>
  `tables/${table}/${String(piece).padStart(6, "0")}.copy`;

/** The table that a piece belongs to; null for anything else. */
export const tableOf = (name: string): string | null =>
  /^tables\/([^/]+)\/\d{6,}\.copy$/.exec(name)?.[1] ?? null;
