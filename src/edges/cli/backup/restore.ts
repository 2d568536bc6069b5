import { createHash } from "node:crypto";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import copy from "pg-copy-streams";
import { verifyBooks, type Verified } from "../../../domain/books/verify.ts";
import { openDb } from "../../../kit/db.ts";
import { Refusal } from "../../../kit/errors.ts";
import { createLog } from "../../../kit/log.ts";
import { migrate } from "../../../kit/migrate.ts";
import { migrationsFolder } from "../../../kit/paths.ts";
import { knownMigrations } from "../schema.ts";
import { listMigrations } from "../../../kit/db/facts.ts";
import { readAll, readArchive } from "./archive.ts";
import { withConnection, type Connection } from "../../../kit/db/long-transaction.ts";
import { tableOf, type BackedUpTable, type Manifest } from "./manifest.ts";
import {
  copyIn,
  gatherStatistics,
  listFilled,
  listTables,
  lockTables,
  setSequence,
} from "../../../kit/db/copy-tables.ts";

export interface Restored {
  /** Migrations made after the backup. */
  migrated: string[];
  books: Verified;
}

const hourMilliseconds = 3_600_000;

/**
 * Fills an empty database with a backup that was verified before: the backup's schema first, its rows in one
 * transaction, then the migrations made since; finally the ledger is verified. Refuses a database that holds
 * anything.
 */
export async function restoreBackup(
  connectionString: string,
  path: string,
  manifest: Manifest,
  progress: (line: string) => void,
): Promise<Restored> {
  await withConnection(connectionString, "read", (connection) => requireEmpty(connection, manifest));
  await migrate(connectionString, migrationsFolder, manifest.migrations);
  await withConnection(connectionString, "write", (connection) => fill(connection, path, manifest, progress));
  const migrated = await migrate(connectionString, migrationsFolder);
  const db = openDb({
    connectionString,
    log: createLog("silent"),
    maxConnections: 1,
    statementMilliseconds: hourMilliseconds,
  });
  try {
    await gatherStatistics(db);
    progress("proving the books");
    return { migrated, books: await verifyBooks(db) };
  } finally {
    await db.end();
  }
}

/** Only a newer version can create the tables of migrations that this version does not know. */
export function requireKnown({ migrations, version }: Manifest): void {
  const known = knownMigrations();
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new Refusal(
    "backup_too_new",
    `The backup was taken by ZapOTP ${version} with ${unknown.join(", ")}, which this version does not know; restore it with that version.`,
  );
}

async function requireEmpty(connection: Connection, manifest: Manifest): Promise<void> {
  const tables = await listTables(connection);
  const filled = await listFilled(connection, tables);
  if (filled.length > 0) throw notEmpty(filled);
  // Tables without rows are left from an interrupted restore: if they are those of this backup, they can be used
  // again.
  const applied = await listMigrations(connection);
  const isOther = tables.length > 0 && applied.some((name) => !manifest.migrations.includes(name));
  if (isOther || (tables.length > 0 && applied.length === 0)) throw notEmpty(tables.map(({ name }) => name));
}

const notEmpty = (tables: string[]): Refusal =>
  new Refusal(
    "database_not_empty",
    `The database is not empty (it has ${tables.slice(0, 3).join(", ")}${tables.length > 3 ? ", …" : ""}), and a restore replaces nothing. Name an empty DATA_DIR or an empty database in DATABASE_URL.`,
  );

/** All or nothing. */
async function fill(
  connection: Connection,
  path: string,
  manifest: Manifest,
  progress: (line: string) => void,
): Promise<void> {
  await lockTables(connection, manifest.tables);
  const filled = await listFilled(connection, manifest.tables); // A server may have been started in the meantime.
  if (filled.length > 0) throw notEmpty(filled);
  const left = new Map(manifest.tables.map((table) => [table.name, table]));
  const pieces = readArchive(path);
  for (let piece = await pieces.next(); !piece.done;) {
    const table = left.get(tableOf(piece.value.name) ?? "");
    if (!table) {
      await readAll(piece.value.content); // Or the archive would wait for somebody to read it.
      piece = await pieces.next();
      continue;
    }
    piece = await fillTable(connection, table, piece.value.content, pieces);
    left.delete(table.name);
    progress(`${table.name}: ${table.rows.toLocaleString("en")} rows`);
  }
  const lost = [...left.values()].find(({ bytes }) => bytes > 0);
  if (lost) throw changed(lost);
  for (const { name, lastValue } of manifest.sequences)
    if (lastValue !== null) await setSequence(connection, name, lastValue);
}

type Pieces = ReturnType<typeof readArchive>;
type Piece = Awaited<ReturnType<Pieces["next"]>>;

/** Reads a table from its first piece on; returns the first piece of whatever follows. */
async function fillTable(
  { client }: Connection,
  table: BackedUpTable,
  first: AsyncIterable<Buffer>,
  pieces: Pieces,
): Promise<Piece> {
  const hash = createHash("sha256");
  const stream = client.query(copy.from(copyIn(table)));
  const done = finished(stream);
  done.catch(() => {}); // Reported below.
  let [content, next]: [AsyncIterable<Buffer> | null, Piece | undefined] = [first, undefined];
  while (content) {
    for await (const part of content) {
      hash.update(part);
      if (!stream.write(part)) await Promise.race([once(stream, "drain"), done]);
    }
    next = await pieces.next();
    content = !next.done && tableOf(next.value.name) === table.name ? next.value.content : null;
  }
  stream.end();
  await done;
  if (stream.rowCount !== table.rows || hash.digest("hex") !== table.sha256) throw changed(table);
  return next as Piece;
}

const changed = ({ name }: BackedUpTable): Refusal =>
  new Refusal(
    "backup_damaged",
    `The rows of ${name} were not what the backup says. Nothing was kept; take another copy of it.`,
  );
