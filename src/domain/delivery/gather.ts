import { changes, type Change } from "./change.ts";
import type { Hub } from "./hub.ts";

export interface Gathered {
  /** What has changed since the last call. */
  take(): Change[];
  end(): void;
}

/** A page reads several lists for each change: a program that rents all the time must not have it read without end. */
const pauseMilliseconds = 250;

/** Gathers the changes of a wallet; wakes its reader at the first, and then not before a pause is over. */
export function gatherChanges(hub: Hub, walletId: number, wake: () => void): Gathered {
  const found = new Set<Change>();
  let toldAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = changes.map((change) => {
    const heard = (): void => {
      found.add(change);
      timer ??= setTimeout(wake, Math.max(0, toldAt + pauseMilliseconds - performance.now()));
    };
    return { topic: `${change} ${walletId}` as const, heard };
  });
  for (const { topic, heard } of listeners) hub.subscribe(topic, heard);
  return {
    take() {
      if (found.size === 0 || performance.now() < toldAt + pauseMilliseconds) return [];
      clearTimeout(timer);
      timer = undefined;
      toldAt = performance.now();
      const all = [...found];
      found.clear();
      return all;
    },
    end() {
      clearTimeout(timer);
      for (const { topic, heard } of listeners) hub.unsubscribe(topic, heard);
    },
  };
}
