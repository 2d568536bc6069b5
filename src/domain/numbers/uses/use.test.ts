import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { usedAgain, wasUsedByOthers, type Use } from "./use.ts";

/** The full log of who used the number when, which `Use` summarizes. */
type Log = { accountId: number; usedAt: number }[];

const use = (log: Log): Use =>
  log.reduce<Use | undefined>(
    (before, next) => usedAgain(before, { familyId: 1, ...next }),
    undefined,
  ) as Use;

test("two times give the same answer as the whole log, for any account and time", () => {
  const account = fc.integer({ min: 1, max: 4 });
  const log = fc.array(fc.tuple(account, fc.nat(5)), { minLength: 1, maxLength: 8 }).map((steps): Log => {
    let now = 0;
    return steps.map(([accountId, later]) => ({ accountId, usedAt: (now += later) }));
  });
  fc.assert(
    fc.property(log, account, fc.nat(40), (entries, asking, since) => {
      const byOthers = entries.some(({ accountId, usedAt }) => accountId !== asking && usedAt > since);
      assert.equal(wasUsedByOthers(use(entries), asking, new Date(since)), byOthers);
    }),
    { numRuns: 2000 },
  );
});

test("a use counts for less than the period: at its end it no longer counts", () => {
  const used = use([{ accountId: 1, usedAt: 1000 }]);
  const edges: [number, boolean][] = [
    [999, true],
    [1000, false],
    [1001, false],
  ];
  for (const [since, counts] of edges)
    assert.equal(wasUsedByOthers(used, 2, new Date(since)), counts, `${since}`);
  assert.equal(wasUsedByOthers(used, 1, new Date(0)), false);
});

test("a clock that runs behind does not make a use older", () => {
  const used = use([
    { accountId: 1, usedAt: 1000 },
    { accountId: 2, usedAt: 990 },
  ]);
  assert.deepEqual(used, { familyId: 1, accountId: 2, usedAt: 1000, othersUsedAt: 1000 });
});
