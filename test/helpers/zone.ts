import type { TestContext } from "node:test";

/** Until the test ends, this process' local time is that of the zone. */
export function inZone(t: TestContext, zone: string): void {
  const before = process.env["TZ"];
  process.env["TZ"] = zone;
  t.after(() => {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  });
}

/**
 * Environment for a process that gets nothing else of ours: the zone and the clock of this run, and its compiled
 * code.
 */
export const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(TZ|LD_PRELOAD|(DONT_)?FAKE\w+|NODE_COMPILE_CACHE)$/.test(name),
    ),
  );
