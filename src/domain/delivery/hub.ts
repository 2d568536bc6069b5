import type { Db } from "../../kit/db.ts";
import type { Logger } from "../../kit/log.ts";
import type { Change } from "./change.ts";
import { channel } from "./event.ts";
import { openListener } from "../../kit/db/listener.ts";

/** How often waiters poll while the listening connection is lost. */
const pollMilliseconds = 1000;

/**
 * Wakes everybody who waits for news of an order or a wallet, or must check whether they still have access, whichever
 * process caused it.
 */
export interface Hub {
  /** `wake` is called for every notification until unsubscribed. Subscribe first, then read, then wait. */
  subscribe(topic: Topic, wake: Wake): void;
  unsubscribe(topic: Topic, wake: Wake): void;
  /** Whether notifications arrive; without them waiters poll slowly. */
  connected(): boolean;
  /** Whether the process is stopping: nobody should wait any longer. */
  closed(): boolean;
  close(): Promise<void>;
}
type Wake = () => void;
/** `access`: somebody may have lost access to the wallet; a change: its open pages are out of date. */
export type Topic = `order ${number}` | `wallet ${number}` | `access ${number}` | `${Change} ${number}`;

export interface HubOptions {
  /** Where to listen; `db` is where everything is written. */
  connectionString: string;
  db: Db;
  log: Logger;
}

export function openHub({ connectionString, db, log }: HubOptions): Hub {
  const subscribers = new Map<string, Wake | Set<Wake>>(); // Mostly one per topic, which then needs no set.
  let closed = false;

  function wakeTopic(topic: string): void {
    const those = subscribers.get(topic);
    if (typeof those === "function") those();
    else if (those) [...those].forEach((wake) => wake());
  }
  const wakeAll = (): void => [...subscribers.keys()].forEach(wakeTopic);

  function heard(payload: string): void {
    for (const entry of payload.split(" ")) {
      const [wallet = "", order] = entry.split(":");
      if (!/^\d/.test(wallet)) {
        wakeTopic(`${wallet} ${order}`); // `access:12`, or a change.
        continue;
      }
      wakeTopic(`wallet ${wallet}`);
      if (order) wakeTopic(`order ${order}`);
    }
  }

  const listener = openListener({
    connectionString,
    channel,
    db,
    log,
    heard,
    onConnected: wakeAll,
  });
  const poll = setInterval(() => !listener.connected() && wakeAll(), pollMilliseconds);

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
    connected: listener.connected,
    closed: () => closed,
    async close() {
      closed = true;
      clearInterval(poll);
      listener.close();
      wakeAll();
    },
  };
}
