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

/** The zone and the clock of this run, for a process that is given nothing else of our environment. */
export const zoneAndClock = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(TZ|LD_PRELOAD|(DONT_)?FAKE\w+)$/.test(name)),
  );
