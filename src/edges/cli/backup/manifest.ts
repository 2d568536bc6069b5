import type { Sequence } from "../../../kit/db/copy-tables.ts";

/** What a backup says of itself: at its head, so that it can be judged before the rest is read. */
export interface Head {
  format: typeof backupFormat;
  /** Of the program that took it. */
  version: string;
  /** Of the database's schema, oldest first. */
  migrations: string[];
  takenAt: string;
}

/** At its end, when all of it is known: a backup without it was cut off. */
export interface Manifest extends Head {
  /** In an order in which they can be filled: none refers to a later one. */
  tables: BackedUpTable[];
  sequences: Sequence[];
}

export interface BackedUpTable {
  name: string;
  columns: string[];
  rows: number;
  bytes: number;
  /** Of its rows as PostgreSQL's COPY writes them. */
  sha256: string;
}

export const backupFormat = "zapotp backup 1";
export const headName = "backup.json";
export const manifestName = "manifest.json";

/** Rows of a table, in as many pieces as they need; one after the other they are what COPY wrote. */
export const pieceName = (table: string, piece: number): string =>
  `tables/${table}/${String(piece).padStart(6, "0")}.copy`;

/** The table that a piece belongs to; null for anything else. */
export const tableOf = (name: string): string | null =>
  /^tables\/([^/]+)\/\d{6,}\.copy$/.exec(name)?.[1] ?? null;
