import type { Db } from "../../kit/db.ts";
import type { StoredEvent } from "./event.ts";
import type { Hub } from "./hub.ts";
import { listEvents } from "./sql.ts";

const pageSize = 200;

/**
 * A wallet's events after `afterSeq`, as they come, in order and without gaps; an empty list whenever
 * `idleMilliseconds` pass without one, so that the reader can show that it is alive. Ends when the signal aborts or the
 * process stops.
 */
export async function* follow(
  { db, hub }: { db: Db; hub: Hub },
  walletId: number,
  afterSeq: number,
  idleMilliseconds: number,
  signal: AbortSignal,
): AsyncGenerator<StoredEvent[]> {
  let seq = afterSeq;
  let wake = (): void => {};
  let news = true;
  const onNews = (): void => {
    news = true;
    wake();
  };
  const unsubscribe = hub.subscribe(`wallet ${walletId}`, onNews);
  signal.addEventListener("abort", onNews);
  try {
    while (!signal.aborted && !hub.closed()) {
      news = false;
      const events = await listEvents(db, walletId, seq, pageSize);
      seq = events.at(-1)?.seq ?? seq;
      if (events.length > 0) yield events;
      if (events.length === pageSize) continue;
      if (!news && !(await woken(idleMilliseconds, (resume) => (wake = resume)))) yield [];
    }
  } finally {
    unsubscribe();
    signal.removeEventListener("abort", onNews);
  }
}

/** Whether it was woken before the time was over. */
function woken(milliseconds: number, register: (resume: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    register(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
