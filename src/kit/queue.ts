/** What a batch reports about its waiting requests: for the metrics, and to decide whether to admit more. */
export interface Queue {
  readonly name: string;
  waiting: number;
  /** When the longest waiting request arrived, by performance.now(); meaningless while nobody waits. */
  oldestSince: number;
  /** Called for every run: how many share it, and how long the first of them had waited. */
  taken: (size: number, waitedMilliseconds: number) => void;
}

export function createQueue(name: string, taken: Queue["taken"] = () => {}): Queue {
  return { name, waiting: 0, oldestSince: 0, taken };
}

/** Creates the queue of a batch, with its name in the metrics. */
export type OpenQueue = (name: string) => Queue;

/**
 * Fewer than this are not an overload, however long they wait: one slow statement, or a process that paused for a
 * moment.
 */
const crowd = 32;

/**
 * Whether work arrives faster than it gets done. The limit is on time, not on a count: how many can be served in that
 * time depends on the machine and the hour, and adjusts automatically.
 */
export const isOverdue = ({ waiting, oldestSince }: Queue, patienceMilliseconds: number): boolean =>
  waiting >= crowd && performance.now() - oldestSince > patienceMilliseconds;
