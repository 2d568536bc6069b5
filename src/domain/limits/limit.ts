/** So many units of something in so many seconds, for one subject (`account 5 calls`), whichever process is asked. */
export interface Limit {
  subject: string;
  most: number;
  seconds: number;
}

/** What is left of a limit after a request; every request is answered with it. */
export interface Left {
  most: number;
  left: number;
  resetSeconds: number;
  isRefused: boolean;
}

/** What was taken of a limit, or refused. */
export interface Taken<L extends Limit> extends Left {
  limit: L;
}

/** The one of at least one that allows least; the first if they are equal. */
export function tightest<T extends Left>(all: T[]): T {
  return all.reduce((worst, one) => {
    if (one.isRefused !== worst.isRefused) return one.isRefused ? one : worst;
    return one.left < worst.left ? one : worst;
  });
}
