/** Rejected with by `withDeadline` when the time is over. */
export class DeadlineExceeded extends Error {}

/**
 * Does work that others may never finish, for so many seconds at most. When they are over it rejects, whether the
 * work heeds its signal or not; what the work does afterwards is nobody's.
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
