import type { Db } from "../../kit/db.ts";
import type { StoredEvent } from "./event.ts";
import type { Hub } from "./hub.ts";
import { listEvents } from "./sql.ts";

const pageSize = 200;

/**
 * A wallet's events after `afterSeq`, as they come, in order and without gaps; an empty list whenever
 * `idleMilliseconds` pass without one, so that the reader can show that it is alive, and when somebody lost their access
 * to the wallet. Ends when the signal aborts or the process stops.
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
  let accessChanged = false;
  const onNews = (): void => {
    news = true;
    wake();
  };
  const onAccessChanged = (): void => {
    accessChanged = true;
    onNews();
  };
  const unsubscribe = hub.subscribe(`wallet ${walletId}`, onNews);
  const unsubscribeAccess = hub.subscribe(`access ${walletId}`, onAccessChanged);
  signal.addEventListener("abort", onNews);
  try {
    while (!signal.aborted && !hub.closed()) {
      news = false;
      const events = await listEvents(db, walletId, seq, pageSize);
      seq = events.at(-1)?.seq ?? seq;
      const isToBeSeen = events.length > 0 || accessChanged;
      accessChanged = false;
      if (isToBeSeen) yield events;
      if (events.length === pageSize) continue;
      if (!news && !(await woken(idleMilliseconds, (resume) => (wake = resume)))) yield [];
    }
  } finally {
    unsubscribe();
    unsubscribeAccess();
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
