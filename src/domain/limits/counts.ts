import { batch } from "../../kit/batch.ts";
import { batchedWrites } from "../../kit/db/batched.ts";
import type { OpenQueue } from "../../kit/queue.ts";
import type { Deps } from "../deps.ts";
import type { Left, Limit } from "./limit.ts";
import { grant, type Granted } from "./sql.ts";

export type Counts = ReturnType<typeof openCounts>;

/** A process asks for this part of a limit at once, so that only one call in so many asks the database. */
const shareOf = 50;
/** Shares that have ended are forgotten when there are more. */
const mostShares = 10_000;

/** What this process may still give away of a limit, and what the others had left when it asked. */
interface Share {
  own: number;
  others: number;
  endsAt: number;
}

interface Wish extends Limit {
  points: number;
}

/**
 * Opens the counting of calls. The count is in the database: all processes together never allow more than the limit.
 * Each takes a fiftieth of it at a time and counts that alone. So a limit below a hundred is exact to the call; of a
 * larger one, the last fiftieth that an idle process holds may go unused.
 */
export function openCounts({ db, clock }: Pick<Deps, "db" | "clock">, openQueue: OpenQueue) {
  const shares = new Map<string, Share>();
  const queue = openQueue("limits");
  const ask = batch(grantAll, { ...batchedWrites, queue });

  /** Counts `points` calls, unless that would be more than the limit. A promise only if the database is asked. */
  function take(limit: Limit, points = 1): Left | Promise<Left> {
    const now = clock.now().getTime();
    const share = shares.get(limit.subject);
    if (share && share.endsAt > now) {
      if (share.own >= points) {
        share.own -= points;
        return leftOf(limit, share, now, false);
      }
      if (share.own + share.others < points) return leftOf(limit, share, now, true);
    }
    return ask({ ...limit, points });
  }

  async function grantAll(wishes: Wish[]): Promise<Left[]> {
    const at = clock.now();
    const bySubject = Map.groupBy(wishes, ({ subject }) => subject);
    const asks = [...bySubject.values()].map((group) => {
      const { subject, most, seconds } = group[0] as Wish;
      const points = group.reduce((sum, wish) => sum + wish.points, 0);
      return { subject, most, seconds, share: Math.max(points, Math.floor(most / shareOf)) };
    });
    for (const granted of await grant(db, asks, at)) keep(granted, bySubject, at.getTime());
    return wishes.map((wish) => {
      const share = shares.get(wish.subject) as Share;
      const isRefused = share.own < wish.points;
      if (!isRefused) share.own -= wish.points;
      return leftOf(wish, share, at.getTime(), isRefused);
    });
  }

  function keep({ subject, endsAt, used, granted }: Granted, wishes: Map<string, Wish[]>, now: number): void {
    if (shares.size >= mostShares)
      for (const [name, { endsAt: end }] of shares) if (end <= now) shares.delete(name);
    const before = shares.get(subject);
    const own = before && before.endsAt === endsAt.getTime() ? before.own : 0;
    const most = wishes.get(subject)?.[0]?.most ?? 0;
    shares.set(subject, { own: own + granted, others: Math.max(0, most - used), endsAt: endsAt.getTime() });
  }

  return { queue, take };
}

const leftOf = ({ most }: Limit, { own, others, endsAt }: Share, now: number, isRefused: boolean): Left => ({
  most,
  left: own + others,
  resetSeconds: Math.max(1, Math.ceil((endsAt - now) / 1000)),
  isRefused,
});
