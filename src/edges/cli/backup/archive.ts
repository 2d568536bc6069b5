import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { finished, pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import tar from "tar-stream";

/** A file being written: entries are added one after the other, and it only gets its final name when complete. */
export interface Archive {
  add(name: string, content: Buffer): Promise<void>;
  /** The file is on disk under its final name when this resolves; returns its size in bytes. */
  finish(): Promise<number>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** A gzipped tar file that only its owner can read. Fails if the name is taken. */
export async function createArchive(path: string): Promise<Archive> {
  const draft = `${path}.part`;
  const file = await open(draft, "wx", 0o600);
  const pack = tar.pack();
  const written = pipeline(pack, createGzip({ level: 3 }), createWriteStream("", { fd: file, flush: true }));
  written.catch(() => {}); // Reported to the caller that awaits it at the end.
  return {
    async add(name, content) {
      const entry = pack.entry({ name, size: content.length, mode: 0o600 });
      entry.end(content);
      await Promise.race([finished(entry), written]);
    },
    async finish() {
      pack.finalize();
      await written;
      await rename(draft, path);
      return (await stat(path)).size;
    },
    async abandon() {
      pack.destroy();
      await written.catch(() => {});
      await rm(draft, { force: true });
    },
  };
}

export interface ArchiveEntry {
  name: string;
  content: AsyncIterable<Buffer>;
}

/**
 * The entries in order; each must be read before the next is requested. Throws if the file is truncated or damaged.
 */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const extract = tar.extract();
  const read = pipeline(createReadStream(path), createGunzip(), extract);
  read.catch(() => {}); // The iteration below fails with the same error.
  for await (const entry of extract)
    yield { name: entry.header.name, content: entry as AsyncIterable<Buffer> };
  await read;
}

export async function readAll(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}
