/**
 * Whether a signed time is at most so many seconds away from now, in either direction: seconds or milliseconds since
 * 1970, or an ISO 8601 time; without a zone it is UTC, not the server's local time.
 */
export function isFresh(timestamp: string, toleranceSeconds: number, at: Date): boolean {
  const time = /^\d{1,16}$/.test(timestamp)
    ? Number(timestamp) * (timestamp.length > 11 ? 1 : 1000)
    : Date.parse(/\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(timestamp) ? `${timestamp}Z` : timestamp);
  return Math.abs(at.getTime() - time) <= toleranceSeconds * 1000; // Always false if it is not a time.
}
