import pg from "pg";
import type { Logger } from "../../kit/log.ts";
import { channel } from "./event.ts";

/** How often waiters look for themselves while the listening connection is away. */
const pollMilliseconds = 1000;
const reconnectMilliseconds = 500;
/** How often the listening connection, which says nothing by itself, is asked for a sign of life; how long it may think. */
const heartbeatMilliseconds = 5_000;
const patienceMilliseconds = 10_000;

/** Wakes whoever waits for news of an order or a wallet, or should look whether they still may, whichever process brought it. */
export interface Hub {
  /** `wake` is called at every hint of news until it is taken back. Subscribe first, then read, then wait. */
  subscribe(topic: Topic, wake: Wake): void;
  unsubscribe(topic: Topic, wake: Wake): void;
  /** Whether hints arrive; without them waiters look by themselves, slowly. */
  connected(): boolean;
  /** Whether the process stops: nobody should wait any longer. */
  closed(): boolean;
  close(): Promise<void>;
}
type Wake = () => void;
/** `access`: somebody may no longer do what they could with the wallet. */
export type Topic = `order ${number}` | `wallet ${number}` | `access ${number}`;

export interface HubOptions {
  connectionString: string;
  log: Logger;
  /** Told after a reconnection when the old connection, though open, had been dead: others will be as well. */
  onSilence: () => void;
}

export function openHub({ connectionString, log, onSilence }: HubOptions): Hub {
  const subscribers = new Map<string, Wake | Set<Wake>>(); // Mostly one to a topic, who then needs no set.
  let client: pg.Client | undefined;
  let listening = false;
  let closed = false;
  let asking = false;
  let silent = false;
  let reconnect: NodeJS.Timeout | undefined;

  function wakeTopic(topic: string): void {
    const those = subscribers.get(topic);
    if (typeof those === "function") those();
    else if (those) [...those].forEach((wake) => wake());
  }
  const wakeAll = (): void => [...subscribers.keys()].forEach(wakeTopic);

  function heard(payload: string): void {
    for (const entry of payload.split(" ")) {
      const [wallet, order] = entry.split(":");
      if (wallet === "access") {
        wakeTopic(`access ${order}`);
        continue;
      }
      wakeTopic(`wallet ${wallet}`);
      if (order) wakeTopic(`order ${order}`);
    }
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString,
      application_name: "zapotp listener",
      keepAlive: true,
      connectionTimeoutMillis: patienceMilliseconds,
      query_timeout: patienceMilliseconds,
    });
    client = next;
    next.on("notification", ({ payload }) => heard(payload ?? ""));
    next.on("error", () => drop(next));
    next.on("end", () => lost());
    await next.connect();
    try {
      await next.query(`listen ${channel}`);
    } catch (error) {
      drop(next);
      throw error;
    }
    listening = true;
    if (silent) onSilence();
    silent = false;
    wakeAll(); // News may have come while nobody listened.
  }

  const drop = (broken: pg.Client): void => void broken.end().catch(() => {});

  async function beat(): Promise<void> {
    if (!listening || !client || asking) return;
    asking = true;
    const asked = client;
    await asked.query("select 1").catch((error: Error) => {
      silent = error.message.includes("timeout"); // As opposed to a connection that we were told is gone.
      drop(asked);
    });
    asking = false;
  }

  function lost(): void {
    if (listening && !closed)
      log.warn("the listening connection broke; waiting requests look by themselves meanwhile");
    listening = false;
    if (closed || reconnect) return;
    reconnect = setTimeout(() => {
      reconnect = undefined;
      connect().catch(() => lost());
    }, reconnectMilliseconds);
  }

  connect().catch(() => lost());
  const poll = setInterval(() => !listening && wakeAll(), pollMilliseconds);
  const heartbeat = setInterval(() => void beat(), heartbeatMilliseconds);

  return {
    subscribe(topic, wake) {
      const those = subscribers.get(topic);
      if (those === undefined) subscribers.set(topic, wake);
      else if (typeof those === "function") subscribers.set(topic, new Set([those, wake]));
      else those.add(wake);
    },
    unsubscribe(topic, wake) {
      const those = subscribers.get(topic);
      if (those === wake) subscribers.delete(topic);
      if (typeof those !== "object") return;
      those.delete(wake);
      if (those.size === 0) subscribers.delete(topic);
    },
    connected: () => listening,
    closed: () => closed,
    async close() {
      closed = true;
      clearInterval(poll);
      clearInterval(heartbeat);
      clearTimeout(reconnect);
      wakeAll();
      if (client) drop(client); // Not waited for: the database may be the reason why we stop.
    },
  };
}
