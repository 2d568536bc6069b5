import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { connect, poolingOf } from "../../kit/db/connect.ts";
import { isShared } from "../../kit/db/pooling.ts";
import { serversOf } from "../../kit/db/servers.ts";
import type { Logger } from "../../kit/log.ts";
import { channel } from "./event.ts";

const reconnectMilliseconds = 500;
/** Where a pooler hands connections around nothing can be heard, until somebody changes that. */
const sharedMilliseconds = 30_000;
/** How often the connection, which says nothing by itself, is asked for a sign of life; how long it may think. */
const heartbeatMilliseconds = 2_500;
const patienceMilliseconds = 6_000;
/** Every so many heartbeats a hint of our own is sent round. */
const beatsPerEcho = 4;

/** One connection that hears what is told on the channel, and is made again whenever it is lost. */
export interface Listener {
  /** Whether hints arrive. */
  connected(): boolean;
  close(): void;
}

export interface ListenerOptions {
  /** Of PostgreSQL itself, or of a pooler that gives a connection for as long as it is used. */
  connectionString: string;
  log: Logger;
  heard: (payload: string) => void;
  /** Told that hints arrive again: news may have come while nobody listened. */
  onConnected: () => void;
  /** Told after a reconnection when the old connection, though open, had been dead: others will be as well. */
  onSilence: () => void;
  /** Sends a hint by way of the database that everything is written to. */
  send: (payload: string) => Promise<unknown>;
}

/** Marks hints that a listener sends to itself. */
const echoMark = "echo:";

export function openListener(options: ListenerOptions): Listener {
  const { connectionString, log, heard, onConnected, onSilence, send } = options;
  const servers = serversOf(connectionString);
  const echoes = new Set<string>();
  let client: pg.Client | undefined;
  let listening = false;
  let closed = false;
  let asking = false;
  let silent = false;
  let toldOfSharing = false;
  let beats = 0;
  let reconnect: NodeJS.Timeout | undefined;

  function take(payload: string): void {
    if (payload.startsWith(echoMark)) echoes.delete(payload);
    else heard(payload);
  }

  async function listen(): Promise<void> {
    const next = await connect(servers, {
      application_name: "zapotp listener",
      query_timeout: patienceMilliseconds,
    });
    if (closed) return drop(next);
    client = next;
    next.on("notification", ({ payload }) => take(payload ?? ""));
    next.on("end", () => lost(reconnectMilliseconds));
    try {
      if (isShared(await poolingOf(servers, next, patienceMilliseconds))) return tellOfSharing(next);
      await next.query(`listen ${channel}`);
      if (await isDeaf()) throw new Error("deaf");
    } catch (error) {
      drop(next);
      throw error;
    }
    listening = true;
    if (silent) onSilence();
    silent = false;
    onConnected();
  }

  function tellOfSharing(useless: pg.Client): void {
    if (!toldOfSharing)
      log.warn(
        "a pooler gives the listening connection to others after each transaction, so no news of codes can be heard on it: set DATABASE_LISTEN_URL to PostgreSQL itself. Waiting requests look by themselves, once a second",
      );
    toldOfSharing = true;
    lost(sharedMilliseconds);
    drop(useless);
  }

  /**
   * Whether a hint that was sent does not arrive: the connection leads to another database, or to a server that was the
   * primary once. Where it cannot be sent nothing is known.
   */
  async function isDeaf(): Promise<boolean> {
    const echo = echoMark + randomBytes(9).toString("base64url");
    echoes.add(echo);
    try {
      await send(echo);
    } catch {
      echoes.delete(echo);
      return false;
    }
    for (const deadline = performance.now() + patienceMilliseconds; performance.now() < deadline;) {
      if (!echoes.has(echo)) return false;
      await sleep(20, undefined, { ref: false });
    }
    return echoes.delete(echo);
  }

  const drop = (broken: pg.Client): void => void broken.end().catch(() => {});

  async function beat(): Promise<void> {
    if (!listening || !client || asking) return;
    asking = true;
    const asked = client;
    try {
      await asked.query("select 1");
      if (++beats % beatsPerEcho === 0 && (await isDeaf())) {
        log.warn("the listening connection does not hear what the database is told; it is made again");
        drop(asked);
      }
    } catch (error) {
      // As opposed to a connection that we were told is gone, as the next beat is of one that was just dropped.
      if ((error as Error).message.includes("timeout")) silent = true;
      drop(asked);
    }
    asking = false;
  }

  function lost(pauseMilliseconds: number): void {
    if (listening && !closed)
      log.warn("the listening connection broke; waiting requests look by themselves meanwhile");
    listening = false;
    if (closed || reconnect) return;
    reconnect = setTimeout(() => {
      reconnect = undefined;
      listen().catch(() => lost(reconnectMilliseconds));
    }, pauseMilliseconds);
  }

  listen().catch(() => lost(reconnectMilliseconds));
  const heartbeat = setInterval(() => void beat(), heartbeatMilliseconds);

  return {
    connected: () => listening,
    close() {
      closed = true;
      clearInterval(heartbeat);
      clearTimeout(reconnect);
      if (client) drop(client); // Not waited for: the database may be the reason why we stop.
    },
  };
}
