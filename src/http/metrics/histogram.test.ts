import assert from "node:assert/strict";
import { test } from "node:test";
import { Histogram, Registry } from "prom-client";
import { addHistogram } from "./histogram.ts";

test("a histogram of ours is written as the library writes its own", async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  const about = { name: "seconds", help: "Time." };
  const bounds = [0.1, 1, 5];
  const counterOf = addHistogram(ours, { ...about, bounds });
  const library = new Histogram({ ...about, labelNames: ["route"], buckets: bounds, registers: [theirs] });
  for (const [route, value] of [
    ["/a", 0.05],
    ["/a", 0.1], // A value equal to a bound belongs to that bound's bucket.
    ["/b", 3],
    ["/a", 0.5],
    ["/b", 60],
  ] as const) {
    counterOf({ route })(value);
    library.observe({ route }, value);
  }
  const lines = async (registry: Registry): Promise<string[]> =>
    (await registry.metrics()).split("\n").toSorted();
  assert.deepEqual(await lines(ours), await lines(theirs));
});
