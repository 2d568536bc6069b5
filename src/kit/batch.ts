import { createQueue, type Queue } from "./queue.ts";

/**
 * Makes one statement serve many callers: what arrives while a run is under way waits and shares the next one. A
 * lone caller waits for nothing; under load the batches grow by themselves.
 *
 * `run` answers in the order of its inputs; an Error in a place rejects that caller alone. When a run of several
 * fails as a whole and `isHarmless` says that nothing came of it, each is tried on its own, so that one bad input
 * cannot fail its neighbours.
 */
export interface BatchOptions {
  maxSize: number;
  /** Runs under way at once. */
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
    // After the input of this turn of the event loop: what came in one read of the sockets goes together.
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

/** Ids may well be all odd or all even; after Knuth's multiplicative hash (TAOCP 3, 6.4) they are both. */
const spread = (id: number): number => Math.imul(id, 0x9e3779b1) >>> 16;

/**
 * Several batches beside each other, one a queue: while one waits for the database, another one's inputs are read and
 * answered. Inputs that would wait for each other's locks belong in one lane.
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
