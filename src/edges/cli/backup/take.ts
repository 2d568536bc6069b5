import { createHash } from "node:crypto";
import copy from "pg-copy-streams";
import { listMigrations } from "../../../kit/db/facts.ts";
import { version } from "../../../kit/version.ts";
import { createArchive, type Archive } from "./archive.ts";
import { withConnection, type Connection } from "../../../kit/db/long-transaction.ts";
import { backupFormat, headName, manifestName, pieceName } from "./manifest.ts";
import type { BackedUpTable, Head, Manifest } from "./manifest.ts";
import { inOrder } from "./order.ts";
import { copyOut, listSequences, listTables, type Table } from "../../../kit/db/copy-tables.ts";

const pieceBytes = 4 * 1024 * 1024;

/**
 * Writes everything in the database to a file, as of one moment, while the server keeps running; memory use does not
 * grow with the size. Returns what was written, and the file's size.
 */
export async function takeBackup(
  connectionString: string,
  path: string,
  progress: (line: string) => void,
): Promise<{ manifest: Manifest; fileBytes: number }> {
  const archive = await createArchive(path);
  try {
    const manifest = await withConnection(connectionString, "read", (connection) =>
      write(connection, archive, progress),
    );
    await archive.add(manifestName, json(manifest));
    return { manifest, fileBytes: await archive.finish() };
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function write(
  connection: Connection,
  archive: Archive,
  progress: (line: string) => void,
): Promise<Manifest> {
  const migrations = await listMigrations(connection); // The first statement takes the snapshot.
  const head: Head = { format: backupFormat, version, migrations, takenAt: new Date().toISOString() };
  await archive.add(headName, json(head));
  const tables: BackedUpTable[] = [];
  for (const table of inOrder(await listTables(connection))) {
    const done = await writeTable(connection, archive, table);
    progress(`${done.name}: ${done.rows.toLocaleString("en")} rows`);
    tables.push(done);
  }
  return { ...head, tables, sequences: await listSequences(connection) };
}

async function writeTable({ client }: Connection, archive: Archive, table: Table): Promise<BackedUpTable> {
  const hash = createHash("sha256");
  const stream = client.query(copy.to(copyOut(table)));
  let [bytes, pieces, waiting]: [number, number, Buffer[]] = [0, 0, []];
  let waitingBytes = 0;
  const flush = async (): Promise<void> => {
    await archive.add(pieceName(table.name, ++pieces), Buffer.concat(waiting));
    [waiting, waitingBytes] = [[], 0];
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    waiting.push(chunk);
    bytes += chunk.length;
    waitingBytes += chunk.length;
    if (waitingBytes >= pieceBytes) await flush();
  }
  if (waitingBytes > 0) await flush();
  const { name, columns } = table;
  return { name, columns, rows: stream.rowCount, bytes, sha256: hash.digest("hex") };
}

const json = (value: object): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
