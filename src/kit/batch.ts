import { createQueue, type Queue } from "./queue.ts";

/**
 * Lets one statement serve many callers: calls that arrive during a run wait and share the next one. A lone caller
 * never waits; under load the batches grow automatically.
 *
 * `run` returns results in the order of its inputs; an Error in a position rejects that caller only. If a run of
 * several fails as a whole and `isHarmless` says that it had no effect, each input is tried alone, so that one bad
 * input cannot fail the others.
 */
export interface BatchOptions {
  maxSize: number;
  /** The number of runs at once. */
  concurrency?: number;
  isHarmless?: (error: unknown) => boolean;
  /** Kept up to date with the number of waiting requests. */
  queue?: Queue;
}

interface Waiting<I, O> {
  input: I;
  since: number;
  resolve: (output: O) => void;
  reject: (error: unknown) => void;
}

export function batch<I, O>(
  run: (inputs: I[]) => Promise<(O | Error)[]>,
  { maxSize, concurrency = 1, isHarmless = () => false, queue: watched = createQueue("") }: BatchOptions,
): (input: I) => Promise<O> {
  const queue: Waiting<I, O>[] = [];
  let running = 0;
  let scheduled = false;

  function schedule(): void {
    if (scheduled || running >= concurrency || queue.length === 0) return;
    scheduled = true;
    // At the end of this turn of the event loop, so that everything from one read of the sockets goes together.
    setImmediate(() => {
      scheduled = false;
      const group = queue.splice(0, maxSize);
      watched.taken(group.length, performance.now() - watched.oldestSince);
      note();
      running++;
      void serve(group).finally(() => {
        running--;
        schedule();
      });
      schedule();
    });
  }

  function note(): void {
    watched.waiting = queue.length;
    watched.oldestSince = queue[0]?.since ?? 0;
  }

  async function serve(group: Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await run(group.map((waiting) => waiting.input));
      group.forEach((waiting, index) => settle(waiting, outputs[index] as O | Error));
    } catch (error) {
      if (group.length === 1 || !isHarmless(error)) return group.forEach((waiting) => waiting.reject(error));
      for (const waiting of group) await serve([waiting]);
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      queue.push({ input, since: performance.now(), resolve, reject });
      note();
      schedule();
    });
}

/** Ids may all be odd, or all even; after Knuth's multiplicative hash (TAOCP 3, 6.4) they are evenly spread. */
const spread = (id: number): number => Math.imul(id, 0x9e3779b1) >>> 16;

/**
 * Several batches side by side, each with its own queue: while one waits for the database, another's inputs are read
 * and answered. Inputs that would wait for each other's locks belong in the same lane.
 */
export function inLanes<I, O>(
  queues: Queue[],
  laneOf: (input: I) => number,
  open: (queue: Queue) => (input: I) => Promise<O>,
): (input: I) => Promise<O> {
  const lanes = queues.map(open);
  return (input) => (lanes[spread(laneOf(input)) % lanes.length] as (input: I) => Promise<O>)(input);
}

function settle<I, O>(waiting: Waiting<I, O>, output: O | Error): void {
  if (output instanceof Error) waiting.reject(output);
  else waiting.resolve(output);
}
