/**
 * Returns a cached result for the same input for `milliseconds`; concurrent callers share one call. For figures that
 * may be that old, never for money or codes. Failures are not cached.
 */
export function cached<I, O>(load: (input: I) => Promise<O>, milliseconds: number): (input: I) => Promise<O> {
  const kept = new Map<string, { at: number; answer: Promise<O> }>();
  return (input) => {
    const key = JSON.stringify(input);
    const now = performance.now(); // The clock may be set back.
    const known = kept.get(key);
    if (known && now - known.at < milliseconds) return known.answer;
    for (const [other, { at }] of kept) if (now - at >= milliseconds) kept.delete(other);
    const answer = load(input);
    kept.set(key, { at: now, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
