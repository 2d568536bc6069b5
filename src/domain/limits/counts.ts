import { batch } from "../../kit/batch.ts";
import { batchedWrites } from "../../kit/db/batched.ts";
import type { OpenQueue } from "../../kit/queue.ts";
import type { Deps } from "../deps.ts";
import type { Limit, Taken } from "./limit.ts";
import { grant, type Granted } from "./sql.ts";

export type Counts = ReturnType<typeof openCounts>;

/** A process asks for this part of a limit at once, so that only one call in so many asks the database. */
const shareOf = 50;
/**
 * The subjects that a process knows its share of. Beyond that it forgets the share that it asked for longest ago; what is
 * left of it goes unused.
 */
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
 * Each takes a fiftieth of it at a time and counts that alone. So a limit below a hundred is nearly exact; of a
 * larger one, the last fiftieth that an idle process holds may go unused.
 */
export function openCounts({ db, clock }: Pick<Deps, "db" | "clock">, openQueue: OpenQueue) {
  /** Those that were asked for longest ago come first. */
  const shares = new Map<string, Share>();
  const queue = openQueue("limits");
  const ask = batch(askAll, { ...batchedWrites, queue });

  /**
   * Counts `points` calls for each of the limits or, if that would be more than one of them allows, for none. Returns
   * what is left of each, as far as it is known. A promise only if the database is asked.
   */
  function take<L extends Limit>(limits: L[], points = 1): Taken<L>[] | Promise<Taken<L>[]> {
    const now = clock.now().getTime();
    const known = limits.map((limit) => ({ limit, share: shareNow(limit, now) }));
    if (known.some(({ limit, share }) => isUsedUp(limit, share, points))) return answer(known, points, now);
    const short = known.filter(({ share }) => share === undefined || share.own < points);
    if (short.length === 0) {
      for (const { share } of known) if (share) share.own -= points;
      return answer(known, 0, now);
    }
    // Whoever asks at the same time may get ahead; then there is less, or nothing, left.
    return Promise.all(short.map(({ limit }) => ask({ ...limit, points }))).then(() => take(limits, points));
  }

  function shareNow({ subject }: Limit, now: number): Share | undefined {
    const share = shares.get(subject);
    return share && share.endsAt > now ? share : undefined;
  }

  async function askAll(wishes: Wish[]): Promise<void[]> {
    const bySubject = Map.groupBy(wishes, ({ subject }) => subject);
    const asks = [...bySubject.values()].map((group) => {
      const { subject, most, seconds } = group[0] as Wish;
      const points = group.reduce((sum, wish) => sum + wish.points, 0);
      return { subject, most, seconds, share: Math.max(points, Math.floor(most / shareOf)) };
    });
    for (const granted of await grant(db, asks, clock.now())) keep(granted, bySubject);
    return wishes.map(() => {});
  }

  function keep({ subject, endsAt, used, granted }: Granted, wishes: Map<string, Wish[]>): void {
    const before = shares.get(subject);
    const own = before && before.endsAt === endsAt.getTime() ? before.own : 0;
    const most = wishes.get(subject)?.[0]?.most ?? 0;
    shares.delete(subject);
    shares.set(subject, { own: own + granted, others: Math.max(0, most - used), endsAt: endsAt.getTime() });
    if (shares.size > mostShares) shares.delete(shares.keys().next().value as string);
  }

  return { queue, take };
}

/** Certain without a question: what the others have left only gets less. */
const isUsedUp = ({ most }: Limit, share: Share | undefined, points: number): boolean =>
  points > most || (share !== undefined && share.own + share.others < points);

function answer<L extends Limit>(
  known: { limit: L; share: Share | undefined }[],
  points: number,
  now: number,
): Taken<L>[] {
  return known.flatMap(({ limit, share }) => {
    const isRefused = isUsedUp(limit, share, points);
    if (share === undefined && !isRefused) return [];
    const { own, others, endsAt } = share ?? {
      own: 0,
      others: limit.most,
      endsAt: now + limit.seconds * 1000,
    };
    const resetSeconds = Math.max(1, Math.ceil((endsAt - now) / 1000));
    return [{ limit, most: limit.most, left: own + others, resetSeconds, isRefused }];
  });
}
