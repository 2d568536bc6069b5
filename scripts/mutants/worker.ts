import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../../src/kit/paths.ts";
import type { collect as Collect, runOne as RunOne, TestFile } from "./node-test.ts";

// The process that tries mutants: it holds the instrumented program, loads a test file when it is first needed, and
// runs single tests with one mutant switched on. Its parent ends it when a test does not end.

/** The object that Stryker's instrumented code reads. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

/** The module that replaces `node:test`, loaded by the name that test files import. */
interface Harness {
  collect: typeof Collect;
  runOne: typeof RunOne;
}

/** One run of one test. */
export interface Run {
  file: string;
  /** Its index in the file. */
  index: number;
  mutant: string | null;
  /** How often the mutant's code may run, to stop endless loops. */
  hitLimit?: number;
}
export type Order = { kind: "load"; file: string } | { kind: "run"; run: Run };
export interface Answer {
  /** For a loaded file. */
  names?: string[];
  error: string | null;
  milliseconds: number;
  /** How often the run reached each mutant. */
  passed: Record<string, number>;
  /** The mutants in code that runs when a file is loaded, for the files loaded so far. */
  atLoad?: string[];
}

const [sourcesFile = ""] = process.argv.slice(2);
const sources = JSON.parse(readFileSync(sourcesFile, "utf8")) as Record<string, string>;
const byUrl = new Map(
  Object.entries(sources).map(([file, source]) => [pathToFileURL(join(projectRoot, file)).href, source]),
);
const harness = new URL("./node-test.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "node:test" && context.parentURL !== harness
      ? { url: harness, shortCircuit: true }
      : next(specifier, context),
  load(url, context, next) {
    const source = byUrl.get(url);
    if (source === undefined) return next(url, context);
    return { format: "module", source: stripTypeScriptTypes(source), shortCircuit: true };
  },
});

const switchboard: Switchboard = { mutantCoverage: { static: {}, perTest: {} } };
const fixed = process.env["MUTANT"]; // On from the start, for code that runs when its file is loaded.
if (fixed !== undefined) switchboard.activeMutant = fixed;
Object.assign(globalThis, { ["__stryker__"]: switchboard });

const { collect, runOne } = (await import(harness)) as Harness;
const files = new Map<string, TestFile>();

async function load(file: string): Promise<TestFile> {
  const known = files.get(file);
  if (known) return known;
  const collected = await collect(() => import(pathToFileURL(join(projectRoot, file)).href));
  switchboard.currentTestId = `before ${file}`;
  for (const hook of collected.before) await hook();
  switchboard.currentTestId = undefined;
  files.set(file, collected);
  return collected;
}

async function runTest({ file, index, mutant, hitLimit }: Run): Promise<void> {
  const { tests, beforeEach, afterEach } = await load(file);
  const test = tests[index];
  if (!test) throw new Error(`${file} has no test ${index}`);
  switchboard.currentTestId = "now";
  switchboard.mutantCoverage.perTest = {};
  switchboard.hitCount = hitLimit === undefined ? undefined : 0;
  switchboard.hitLimit = hitLimit;
  if (fixed === undefined) switchboard.activeMutant = mutant ?? undefined;
  try {
    for (const hook of beforeEach) await hook();
    await runOne(test);
  } finally {
    if (fixed === undefined) switchboard.activeMutant = undefined;
    for (const hook of afterEach) await hook();
    switchboard.currentTestId = undefined;
  }
}

async function answer(order: Order): Promise<Answer> {
  const began = performance.now();
  const done = (error: string | null, rest: Partial<Answer> = {}): Answer => ({
    error,
    milliseconds: performance.now() - began,
    passed: { ...switchboard.mutantCoverage.perTest["now"] },
    ...rest,
  });
  try {
    if (order.kind === "run") await runTest(order.run);
    else {
      const names = (await load(order.file)).tests.map(({ name }) => name);
      return done(null, { names, atLoad: Object.keys(switchboard.mutantCoverage.static) });
    }
    return done(null);
  } catch (error) {
    return done(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

process.on("message", (order: Order) => {
  void answer(order).then((told) => process.send?.(told));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
