/**
 * Whoever rents in a pool, cancels and rents again is searching for a particular number. So orders without a code are
 * counted, by account and pool; those with one make up for some, so that nobody who gets codes notices; and all are
 * forgotten with time.
 */
export interface Tries {
  poolId: number;
  /** At `countedAt`; fewer since. */
  tries: number;
  /** Milliseconds since 1970. */
  countedAt: number;
}

/** One order with a code makes up for this many without: a pool in which every fourth succeeds limits nobody. */
export const triesPerCode = 3;

const dayMilliseconds = 86_400_000;

/** How long until the account may rent in the pool again, in whole seconds; 0: it may now. */
export function waitSeconds(
  { tries, countedAt }: Pick<Tries, "tries" | "countedAt">,
  allowance: number,
  at: Date,
): number {
  const tooMany = tries - (allowance - 1);
  const allowedAt = countedAt + (tooMany * dayMilliseconds) / allowance;
  return Math.max(0, Math.ceil(Math.round(allowedAt - at.getTime()) / 1000));
}
