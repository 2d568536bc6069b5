import assert from "node:assert/strict";
import { test } from "node:test";
import { inLanes } from "./batch.ts";
import { createQueue } from "./queue.ts";

test("lanes share ids that are all odd or all even, and an id keeps its lane", async () => {
  const queues = ["1", "2"].map((name) => createQueue(name));
  const laneOf = inLanes<number, string>(
    queues,
    (id) => id,
    ({ name }) =>
      () =>
        Promise.resolve(name),
  );
  for (const first of [1, 2, 12_000_000_001, 12_000_000_002]) {
    const ids = Array.from({ length: 100 }, (_, place) => first + 2 * place);
    const lanes = await Promise.all(ids.map(laneOf));
    const inFirst = lanes.filter((name) => name === "1").length;
    assert.ok(inFirst >= 30 && inFirst <= 70, `${inFirst} of 100 from ${first} on`);
    assert.deepEqual(await Promise.all(ids.map(laneOf)), lanes);
  }
});
