import type { Queryable } from "../../kit/db.ts";
import type { Change } from "./change.ts";
import type { StoredEvent } from "./event.ts";
import { gatherChanges } from "./gather.ts";
import type { Hub } from "./hub.ts";
import { listEvents } from "./queries.ts";

/** So few that their messages, each at the maximum length of an SMS, total at most a megabyte. */
const pageSize = 25;

/** The recipient's connection; it may end at any time. */
export interface Connection {
  readonly closed: boolean;
  once(event: "close", told: () => void): unknown;
}

export interface Followed {
  walletId: number;
  afterSeq: number;
  /** Whether changes that are no events are told as well: pages follow them. */
  withChanges: boolean;
  idleMilliseconds: number;
}

export interface News {
  events: StoredEvent[];
  changes: Change[];
}

const silence: News = { events: [], changes: [] };

/**
 * A wallet's events after `afterSeq`, as they come, in order and without gaps; no news whenever
 * `idleMilliseconds` pass without one, so that the reader can show that it is alive, and when somebody has lost
 * access to the wallet. Ends when the connection or the process does.
 */
export async function* follow(
  { db, hub }: { db: Queryable; hub: Hub },
  { walletId, afterSeq, withChanges, idleMilliseconds }: Followed,
  connection: Connection,
): AsyncGenerator<News> {
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
  const gathered = withChanges ? gatherChanges(hub, walletId, onNews) : null;
  hub.subscribe(`wallet ${walletId}`, onNews);
  hub.subscribe(`access ${walletId}`, onAccessChanged);
  connection.once("close", onNews);
  try {
    while (!connection.closed && !hub.closed()) {
      news = false;
      const events = await listEvents(db, walletId, seq, pageSize);
      seq = events.at(-1)?.seq ?? seq;
      const changes = gathered?.take() ?? [];
      const isToBeSeen = events.length > 0 || changes.length > 0 || accessChanged;
      accessChanged = false;
      if (isToBeSeen) yield { events, changes };
      if (events.length === pageSize) continue;
      if (!news && !(await woken(idleMilliseconds, (resume) => (wake = resume)))) yield silence;
    }
  } finally {
    gathered?.end();
    hub.unsubscribe(`wallet ${walletId}`, onNews);
    hub.unsubscribe(`access ${walletId}`, onAccessChanged);
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
