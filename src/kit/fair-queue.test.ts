import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { createFairQueue, throughQueue } from "./fair-queue.ts";

/** Work that ends when the test says so; its starts are recorded. */
function works(): {
  begun: string[];
  work: (name: string) => () => Promise<string>;
  end: (name: string) => Promise<void>;
} {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    work: (name) => () => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(name)));
    },
    async end(name) {
      ends.get(name)?.();
      await turnOfTheLoop();
    },
  };
}

test("one turn at a time per owner, a limit for all, and the owners in rotation", async () => {
  const queue = createFairQueue(2);
  const { begun, work, end } = works();
  const greedy = [1, 2, 3].map((n) => queue.take("greedy", work(`greedy ${n}`)));
  const modest = queue.take("modest", work("modest"));
  const third = queue.take("third", work("third"));
  await turnOfTheLoop();
  assert.deepEqual(
    begun,
    ["greedy 1", "modest"],
    "two places, and at most one of them for an owner who asks for a lot",
  );
  await end("greedy 1");
  assert.deepEqual(begun.slice(2), ["third"], "who waited while another was served is first");
  await end("third");
  assert.deepEqual(begun.slice(3), ["greedy 2"]);
  await end("modest");
  assert.deepEqual(begun.slice(4), [], "a free place is not for an owner who has one");
  await end("greedy 2");
  await end("greedy 3");
  assert.deepEqual(await Promise.all([...greedy, modest, third]), [
    "greedy 1",
    "greedy 2",
    "greedy 3",
    "modest",
    "third",
  ]);
});

test("a turn that fails is given back, and an owner with many waiting blocks nobody else", async () => {
  const queue = createFairQueue(1);
  await assert.rejects(
    queue.take("a", () => Promise.reject(new Error("broken"))),
    /broken/,
  );
  const { begun, work, end } = works();
  const first = queue.take("a", work("first"));
  const queued = Array.from({ length: 50 }, (_, n) => queue.take("a", work(`queued ${n}`)));
  const other = queue.take("b", work("other"));
  await turnOfTheLoop();
  for (let n = 0; n < 52; n++) await end(begun[n] ?? "");
  assert.equal((await Promise.all([first, ...queued, other])).length, 52);
  assert.equal(begun[1], "other", "before all that was queued");
});

test("statements wait for their owner's turn", async () => {
  const { begun, work, end } = works();
  const db = { rows: (text: string) => work(text)().then((row) => [row]) as Promise<never[]> };
  const queue = createFairQueue(3);
  const [one, two] = [throughQueue(db, queue, "one"), throughQueue(db, queue, "two")];
  const answers = [one.rows("a"), one.rows("b"), two.rows("c")];
  await turnOfTheLoop();
  assert.deepEqual(begun, ["a", "c"]);
  for (const text of ["a", "b", "c"]) await end(text);
  assert.deepEqual(await Promise.all(answers), [["a"], ["b"], ["c"]]);
});
