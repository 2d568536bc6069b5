import type { Socket } from "node:net";
import type pg from "pg";

export interface Watched {
  clients: ReadonlySet<pg.Client>;
  /** Whether we are waiting for the database to answer on that connection. */
  isWaited: (client: pg.Client) => boolean;
  milliseconds: number;
}

const lookMilliseconds = 100;

/** The driver's socket is private: the driver neither reports what was received nor can close without a handshake. */
const streamOf = (client: pg.Client): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

/**
 * Closes each connection that has received nothing for this long while waiting for an answer, after calling
 * `onSilence`. Returns a function that stops watching.
 */
export function endSilent({ clients, isWaited, milliseconds }: Watched, onSilence: () => void): () => void {
  const heard = new WeakMap<pg.Client, { bytes: number; since: number }>();
  function look(client: pg.Client): void {
    const now = performance.now();
    const { bytesRead: bytes } = streamOf(client);
    const last = heard.get(client);
    if (last?.bytes !== bytes || !isWaited(client)) return void heard.set(client, { bytes, since: now });
    if (now - last.since < milliseconds) return;
    onSilence();
    streamOf(client).destroy();
  }
  const timer = setInterval(() => [...clients].forEach(look), lookMilliseconds);
  return () => clearInterval(timer);
}
