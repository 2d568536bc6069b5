import { mock } from "node:test";

// Replaces `node:test` in the process that tries mutants: tests are collected, not run, so that each can be run
// again and again in one long-lived process.

type Hook = () => unknown;
type Work = (context: TestContext) => unknown;
interface Options {
  skip?: boolean | string | undefined;
}

interface CollectedTest {
  name: string;
  work: Work;
}

export interface TestFile {
  tests: CollectedTest[];
  before: Hook[];
  after: Hook[];
  beforeEach: Hook[];
  afterEach: Hook[];
}

let current: TestFile | undefined;

/** The tests that a file declares; declaring them does not run them. */
export async function collect(load: () => Promise<unknown>): Promise<TestFile> {
  const file: TestFile = { tests: [], before: [], after: [], beforeEach: [], afterEach: [] };
  current = file;
  await load();
  return file;
}

const collecting = (): TestFile => {
  if (!current) throw new Error("a test outside of a test file");
  return current;
};

class Skipped extends Error {}

class TestContext {
  readonly name: string;
  readonly mock = mock;
  readonly #ends: Hook[] = [];

  constructor(name: string) {
    this.name = name;
  }
  after(hook: Hook): void {
    this.#ends.push(hook);
  }
  diagnostic(): void {}
  skip(): void {
    throw new Skipped();
  }
  async test(name: string, ...rest: [Work] | [Options, Work]): Promise<void> {
    await runOne({ name, work: rest.at(-1) as Work });
  }
  async end(): Promise<void> {
    for (const hook of this.#ends) await hook();
  }
}

/** Throws what the test throws. */
export async function runOne({ name, work }: CollectedTest): Promise<void> {
  const context = new TestContext(name);
  try {
    await work(context);
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
  } finally {
    await context.end();
    mock.reset();
  }
}

export function test(name: string, ...rest: [Work] | [Options, Work]): Promise<void> {
  const work = rest.at(-1) as Work;
  const { skip } = (rest.length > 1 ? rest[0] : {}) as Options;
  if (!skip) collecting().tests.push({ name, work });
  return Promise.resolve();
}
export const it = (name: string, ...rest: [Work] | [Options, Work]): Promise<void> => test(name, ...rest);
export const describe = (_name: string, work: () => void): void => work();
export const before = (hook: Hook): number => collecting().before.push(hook);
export const after = (hook: Hook): number => collecting().after.push(hook);
export const beforeEach = (hook: Hook): number => collecting().beforeEach.push(hook);
export const afterEach = (hook: Hook): number => collecting().afterEach.push(hook);
