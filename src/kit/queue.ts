/** What a batch reports about its waiting requests: for the metrics, and to decide whether to admit more. */
export interface Queue {
  readonly name: string;
  waiting: number;
  /** When the one that waits longest came, by performance.now(); of no meaning while nobody waits. */
  oldestSince: number;
  /** Told of every run: how many share it, and for how long the first of them had waited. */
  taken: (size: number, waitedMilliseconds: number) => void;
}

export function createQueue(name: string, taken: Queue["taken"] = () => {}): Queue {
  return { name, waiting: 0, oldestSince: 0, taken };
}

/** Makes the queue of a batch, by the name that the metrics know it by. */
export type OpenQueue = (name: string) => Queue;

/** Fewer than this are no crowd, however long they wait: one slow statement, or a process that stood still for a moment. */
const crowd = 32;

/**
 * Whether more work comes to the queue than gets done. It is time that is limited, not a count: how many can be served
 * in it differs by machine and hour, and shows by itself.
 */
export const isOverdue = ({ waiting, oldestSince }: Queue, patienceMilliseconds: number): boolean =>
  waiting >= crowd && performance.now() - oldestSince > patienceMilliseconds;
