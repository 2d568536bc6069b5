import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { escapeIdentifier } from "pg";
import type pg from "pg";
import type { Queryable } from "../db.ts";
import { connect, poolingOf } from "./connect.ts";
import { notify } from "./notify.ts";
import { isShared } from "./pooling.ts";
import type { Servers } from "./servers.ts";

/** How long the server may take to answer. */
export const patienceMilliseconds = 4_000;

export interface Listening {
  client: pg.Client;
  /**
   * Sends a notification to itself, and returns whether it does not come back: then the connection leads to another
   * database, or to a server that is no longer the primary. If it cannot be sent, nothing is known.
   */
  isDeaf(): Promise<boolean>;
}

/** Marks notifications that a listener sends to itself. */
const echoMark = "echo:";

export interface Listen {
  channel: string;
  /** The database that everything is written to, through which test notifications are sent. */
  db: Queryable;
  heard: (payload: string) => void;
  /** Called once a server has accepted the connection, before anything is sent through `db`. */
  onOpen?: () => void;
}

/**
 * A connection that receives the channel's notifications; the caller ends it. Returns `shared` if a pooler gives it
 * to others after each transaction, and `deaf` if it does not receive notifications sent through `db`. Throws
 * Unreachable.
 */
export async function listen(
  servers: Servers,
  { channel, db, heard, onOpen }: Listen,
): Promise<Listening | "shared" | "deaf"> {
  const send = (payload: string): Promise<void> => notify(db, channel, [payload]);
  const client = await connect(servers, {
    application_name: "zapotp listener",
    query_timeout: patienceMilliseconds,
  });
  onOpen?.();
  const echoes = new Set<string>();
  const listening: Listening = { client, isDeaf: () => misses(echoes, send) };
  const end = (): void => void client.end().catch(() => {});
  client.on("notification", ({ payload = "" }) =>
    payload.startsWith(echoMark) ? echoes.delete(payload) : heard(payload),
  );
  try {
    const isOfUse = !isShared(await poolingOf(servers, client));
    if (isOfUse) await client.query(`listen ${escapeIdentifier(channel)}`);
    if (isOfUse && !(await listening.isDeaf())) return listening;
    end();
    return isOfUse ? "deaf" : "shared";
  } catch (error) {
    end();
    throw error;
  }
}

async function misses(echoes: Set<string>, send: (payload: string) => Promise<unknown>): Promise<boolean> {
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
