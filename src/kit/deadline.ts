/** The error that `withDeadline` rejects with on a timeout. */
export class DeadlineExceeded extends Error {}

/**
 * Does work that may never finish, for at most the given seconds. After that it rejects, whether or not the work
 * respects its signal; its result is then ignored.
 */
export function withDeadline<T>(seconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new DeadlineExceeded(`no answer within ${seconds} s`);
      reject(error);
      abort.abort(error);
    }, seconds * 1000);
    work(abort.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
