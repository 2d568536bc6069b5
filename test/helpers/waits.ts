import type { TestContext } from "node:test";

/** Until the test ends, everything that measures waiting times sees longer ones. */
export function movableWaits(t: TestContext): { advance(milliseconds: number): void } {
  const real = performance.now.bind(performance);
  let offset = 0;
  t.mock.method(performance, "now", () => real() + offset);
  return { advance: (milliseconds) => void (offset += milliseconds) };
}
