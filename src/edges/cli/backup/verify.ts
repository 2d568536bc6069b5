import { createHash, type Hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { Refusal } from "../../../kit/errors.ts";
import { readAll, readArchive } from "./archive.ts";
import { backupFormat, headName, manifestName, tableOf } from "./manifest.ts";
import type { BackedUpTable, Head, Manifest } from "./manifest.ts";

const cannotBeOpened = ["ENOENT", "EACCES", "EPERM", "EISDIR"];

/**
 * Reads the whole file and checks it against its own manifest; refuses a file that is damaged, cut off, or no backup.
 */
export async function verifyBackup(path: string): Promise<Manifest> {
  try {
    return await verify(path);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw cannotBeOpened.includes(code) ? unreadable(path, message) : damaged(path, message);
  }
}

async function verify(path: string): Promise<Manifest> {
  const hashes = new Map<string, { hash: Hash; bytes: number }>();
  let head: Head | undefined;
  let manifest: Manifest | undefined;
  for await (const { name, content } of readArchive(path)) {
    if (name === headName) head = JSON.parse(String(await readAll(content))) as Head;
    else if (name === manifestName) manifest = JSON.parse(String(await readAll(content))) as Manifest;
    else await add(hashes, name, content);
    if (head?.format !== backupFormat) throw new Error("it does not begin as one");
  }
  if (!manifest) throw new Error("its end is missing");
  const { tables, sequences: _, ...rest } = manifest;
  if (!isDeepStrictEqual(rest, head)) throw new Error("its head and its end are of different backups");
  for (const table of tables) compare(table, hashes.get(table.name));
  return manifest;
}

async function add(
  hashes: Map<string, { hash: Hash; bytes: number }>,
  name: string,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const table = tableOf(name);
  if (table === null) throw new Error(`it holds ${name}`);
  const known = hashes.get(table) ?? { hash: createHash("sha256"), bytes: 0 };
  hashes.set(table, known);
  for await (const part of content) {
    known.hash.update(part);
    known.bytes += part.length;
  }
}

function compare(
  { name, bytes, sha256 }: BackedUpTable,
  found: { hash: Hash; bytes: number } | undefined,
): void {
  const { hash = createHash("sha256"), bytes: length = 0 } = found ?? {};
  if (length !== bytes || hash.digest("hex") !== sha256)
    throw new Error(`the rows of ${name} are not what was written`);
}

const damaged = (path: string, why: string): Refusal =>
  new Refusal(
    "backup_damaged",
    `${path} is no whole backup of ZapOTP (${why}). Nothing was changed; take another copy of it.`,
  );

const unreadable = (path: string, why: string): Refusal =>
  new Refusal("backup_unreadable", `${path} cannot be read: ${why}.`);
