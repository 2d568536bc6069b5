import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as nextTurn } from "node:timers/promises";
import { batch, inLanes, type BatchOptions } from "./batch.ts";
import { createQueue } from "./queue.ts";

/** A run that the test ends, so that it controls what is running and what is waiting. */
interface Run {
  inputs: string[];
  answer: (outputs: (string | Error)[]) => void;
  fail: (error: unknown) => void;
}

function byHand(options: BatchOptions): { runs: Run[]; ask: (input: string) => Promise<string> } {
  const runs: Run[] = [];
  const ask = batch<string, string>(
    (inputs) =>
      new Promise((resolve, reject) => {
        runs.push({ inputs, answer: resolve, fail: reject });
      }),
    options,
  );
  return { runs, ask };
}

/** A few turns of the event loop, after which everything that starts without further input has started. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await nextTurn();
};
const inputsOf = (runs: Run[]): string[][] => runs.map(({ inputs }) => inputs);
const outcomes = async (asked: Promise<string>[]): Promise<string[]> =>
  (await Promise.allSettled(asked)).map((one) =>
    one.status === "fulfilled" ? one.value : `! ${(one.reason as Error).message}`,
  );

test("requests of one turn share a run; those that arrive meanwhile share the next", async () => {
  const { runs, ask } = byHand({ maxSize: 10 });
  const first = [ask("a"), ask("b")];
  await settle();
  const second = [ask("c"), ask("d")];
  await settle();
  assert.deepEqual(inputsOf(runs), [["a", "b"]], "one run at a time");
  runs[0]?.answer(["A", "B"]);
  assert.deepEqual(await outcomes(first), ["A", "B"]);
  await settle();
  assert.deepEqual(inputsOf(runs), [
    ["a", "b"],
    ["c", "d"],
  ]);
  runs[1]?.answer(["C", "D"]);
  assert.deepEqual(await outcomes(second), ["C", "D"]);
  void ask("e");
  await settle();
  assert.deepEqual(runs[2]?.inputs, ["e"], "a lone caller waits for nothing");
});

test("no run exceeds the size, and no more run at once than allowed", async () => {
  const { runs, ask } = byHand({ maxSize: 2, concurrency: 2 });
  const asked = ["a", "b", "c", "d", "e"].map(ask);
  await settle();
  assert.deepEqual(inputsOf(runs), [
    ["a", "b"],
    ["c", "d"],
  ]);
  runs[1]?.answer(["C", "D"]);
  await settle();
  assert.deepEqual(runs[2]?.inputs, ["e"]);
  runs[0]?.answer(["A", "B"]);
  runs[2]?.answer(["E"]);
  assert.deepEqual(await outcomes(asked), ["A", "B", "C", "D", "E"]);
  await settle();
  assert.equal(runs.length, 3, "nothing is run for nobody");
});

test("an Error in one place rejects only that caller", async () => {
  const { runs, ask } = byHand({ maxSize: 10 });
  const asked = ["a", "b", "c"].map(ask);
  await settle();
  runs[0]?.answer(["A", new Error("no"), "C"]);
  assert.deepEqual(await outcomes(asked), ["A", "! no", "C"]);
});

/** Runs that fail as a whole if they contain a bad input. */
function withBadInput(isHarmless?: (error: unknown) => boolean): {
  tried: string[][];
  ask: (input: string) => Promise<string>;
} {
  const tried: string[][] = [];
  const run = async (inputs: string[]): Promise<string[]> => {
    tried.push(inputs);
    if (inputs.includes("bad")) throw new Error("bad input");
    return inputs.map((input) => input.toUpperCase());
  };
  return { tried, ask: batch(run, { maxSize: 10, ...(isHarmless ? { isHarmless } : {}) }) };
}

test("a run that failed as a whole without effect is retried one by one: the other callers succeed", async () => {
  const errors: unknown[] = [];
  const { tried, ask } = withBadInput((error) => errors.push(error) > 0);
  assert.deepEqual(await outcomes(["a", "bad", "c"].map(ask)), ["A", "! bad input", "C"]);
  assert.deepEqual(tried, [["a", "bad", "c"], ["a"], ["bad"], ["c"]]);
  assert.equal((errors[0] as Error).message, "bad input");
  assert.equal(errors.length, 1, "one alone is not tried twice");
});

test("a run that may have had an effect is not retried", async () => {
  for (const isHarmless of [undefined, () => false]) {
    const { tried, ask } = withBadInput(isHarmless);
    assert.deepEqual(await outcomes(["a", "bad"].map(ask)), ["! bad input", "! bad input"]);
    assert.deepEqual(tried, [["a", "bad"]]);
    assert.equal(await ask("next"), "NEXT", "and the batch goes on");
  }
});

test("the queue reports how many wait, since when, and how long each run took", async () => {
  const taken: [size: number, waited: number][] = [];
  const queue = createQueue("rent", (size, waited) => taken.push([size, waited]));
  const { runs, ask } = byHand({ maxSize: 10, queue });
  const began = performance.now();
  const asked = [ask("a"), ask("b")];
  assert.equal(queue.waiting, 2);
  assert.ok(queue.oldestSince >= began && queue.oldestSince <= performance.now());
  await settle();
  assert.deepEqual([queue.waiting, queue.oldestSince], [0, 0]);
  asked.push(ask("c"));
  assert.equal(queue.waiting, 1);
  runs[0]?.answer(["A", "B"]);
  await settle();
  runs[1]?.answer(["C"]);
  await outcomes(asked);
  const spent = performance.now() - began;
  assert.deepEqual(
    taken.map(([size]) => size),
    [2, 1],
  );
  for (const [, waited] of taken) assert.ok(waited >= 0 && waited <= spent, `${waited} of ${spent} ms`);
});

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
