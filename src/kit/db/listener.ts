import { serversOf } from "./servers.ts";
import type { Db } from "../db.ts";
import type { Logger } from "../log.ts";
import { listen, type Listening } from "./listen.ts";

const reconnectMilliseconds = 500;
/** A connection that cannot receive until somebody changes a setting is retried less often. */
const uselessMilliseconds = 10_000;
/** How often the otherwise silent connection is checked with a heartbeat. */
const heartbeatMilliseconds = 2_500;
/** A test notification is sent once in this many heartbeats. */
const beatsPerEcho = 4;

/** One connection that receives the channel's notifications, and is re-established whenever it is lost. */
export interface Listener {
  /** Whether notifications arrive. */
  connected(): boolean;
  close(): void;
}

export interface ListenerOptions {
  /** From PostgreSQL itself, or from a pooler that assigns a connection for as long as it is used. */
  connectionString: string;
  log: Logger;
  channel: string;
  /** The database that everything is written to. */
  db: Db;
  heard: (payload: string) => void;
  /** Called when notifications arrive again: some may have been missed in the meantime. */
  onConnected: () => void;
}

const complaints = {
  shared:
    "a pooler gives the listening connection to others after each transaction: set DATABASE_LISTEN_URL to PostgreSQL itself. Whoever waits looks once a second meanwhile",
  deaf: "the listening connection is not told what happens: DATABASE_LISTEN_URL leads to another database than DATABASE_URL. Whoever waits looks once a second meanwhile",
};

export function openListener(options: ListenerOptions): Listener {
  const { connectionString, db, log, onConnected } = options;
  const servers = serversOf(connectionString);
  let now: Listening | undefined;
  let closed = false;
  let asking = false;
  let silent = false;
  let told = "";
  let beats = 0;
  let reconnect: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const listening = await listen(servers, { ...options, onOpen: renewIfSilent });
    if (typeof listening === "string") return complain(listening);
    if (closed) return drop(listening);
    now = listening;
    told = "";
    listening.client.on("end", () => lost(listening));
    onConnected();
  }

  /**
   * If the old connection was dead although it was open, others will be, too. They are replaced before the test
   * notification is sent, which would otherwise wait on one of them.
   */
  function renewIfSilent(): void {
    if (silent) db.renew();
    silent = false;
  }

  function complain(why: keyof typeof complaints): void {
    if (told !== why) log.warn(complaints[why]);
    told = why;
    again(uselessMilliseconds);
  }

  const drop = ({ client }: Listening): void => void client.end().catch(() => {});

  function lost(listening: Listening): void {
    if (now !== listening) return;
    now = undefined;
    if (!closed) log.warn("the listening connection broke; whoever waits looks once a second meanwhile");
    again(reconnectMilliseconds);
  }

  function again(milliseconds: number): void {
    if (!closed) reconnect = setTimeout(tryToConnect, milliseconds);
  }

  const tryToConnect = (): void => void connect().catch(() => again(reconnectMilliseconds));

  async function beat(): Promise<void> {
    if (!now || asking) return;
    asking = true;
    const asked = now;
    try {
      await asked.client.query("select 1");
      if (++beats % beatsPerEcho === 0 && (await asked.isDeaf())) drop(asked);
    } catch (error) {
      // As opposed to a connection already known to be closed, such as one that was just dropped before the next
      // heartbeat.
      if ((error as Error).message.includes("timeout")) silent = true;
      drop(asked);
    }
    asking = false;
  }

  tryToConnect();
  const heartbeat = setInterval(() => void beat(), heartbeatMilliseconds);
  return {
    connected: () => now !== undefined,
    close() {
      closed = true;
      clearInterval(heartbeat);
      clearTimeout(reconnect);
      if (now) drop(now); // Not awaited: the database may be the reason for the stop.
    },
  };
}
