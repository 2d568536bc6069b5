import assert from "node:assert/strict";
import { test } from "node:test";
import { allowanceSeconds } from "./sent-time.ts";

const hour = 3600;
const delay = (seconds: number, messages: number, spells: number) => ({
  sourceId: 1,
  seconds,
  messages,
  spells,
});

test("how late a message may be: by the source's usual delay once it is known, by the zone until then", () => {
  const cases: [ReturnType<typeof delay> | undefined, boolean, number][] = [
    [undefined, false, 14 * hour],
    [delay(2, 4, 4), false, 14 * hour],
    [delay(2, 5, 1), false, 302],
    [delay(-3 * hour, 5, 1), false, 300],
    [delay(4 * hour, 20, 1), false, 4 * hour + 300],
    [delay(20 * hour, 20, 1), false, 14 * hour + 300],
    // With its zone only the clock may be wrong, which shows in messages of different times.
    [undefined, true, 300],
    [delay(3 * hour, 20, 2), true, 300],
    [delay(3 * hour, 4, 4), true, 300],
    [delay(3 * hour, 5, 3), true, 3 * hour + 300],
    [delay(1, 20, 9), true, 301],
  ];
  for (const [known, hasZone, seconds] of cases)
    assert.equal(allowanceSeconds(known, hasZone), seconds, JSON.stringify([known, hasZone]));
});
