import { after, afterEach, before, beforeEach } from "node:test";

interface Closable {
  close?(): Promise<void>;
}

let prepared: Promise<unknown> = Promise.resolve();

/**
 * Prepares a file's tests, one step after the other in the order written; node:test would run all `before` hooks at
 * once.
 */
export const beforeTests = (work: () => Promise<unknown>): void =>
  before(() => (prepared = prepared.then(work)));

/** Something opened before a file's tests and closed after them; they use it as if it had always been open. */
export const perFile = <T extends object>(open: () => Promise<T>): T => fixture(beforeTests, after, open);

/** The same, opened anew for each of the following tests. */
export const perTest = <T extends object>(open: () => Promise<T>): T => fixture(beforeEach, afterEach, open);

function fixture<T extends object>(
  first: (work: () => Promise<unknown>) => void,
  last: (work: () => Promise<void> | undefined) => void,
  open: () => Promise<T>,
): T {
  const opened = {} as T & Closable;
  first(async () => Object.assign(opened, await open()));
  last(() => opened.close?.());
  return opened;
}
