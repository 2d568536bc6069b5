import type { Crew } from "./crew.ts";

/** A test that passes on the unchanged program, and passes again when it is repeated. */
export interface KnownTest {
  file: string;
  index: number;
  name: string;
  milliseconds: number;
  /** How often it runs the code of each mutant. */
  passed: Map<string, number>;
}

const patienceSeconds = 180;

export interface Coverage {
  tests: KnownTest[];
  /** The mutants in code that runs when a file is loaded. */
  atLoad: Set<string>;
}

/** Runs every test of the files three times without a mutant, and records which mutants it covers. */
export async function findTests(crew: Crew, files: string[]): Promise<Coverage> {
  const found: KnownTest[] = [];
  const atLoad = new Set<string>();
  for (const file of files) {
    const began = performance.now();
    const loaded = await crew.ask({ kind: "load", file }, patienceSeconds);
    if (typeof loaded === "string" || loaded.error !== null) {
      console.log(`left out: ${file}: ${typeof loaded === "string" ? loaded : loaded.error}`);
      if (typeof loaded === "string") await crew.renew();
      continue;
    }
    for (const id of loaded.atLoad ?? []) atLoad.add(id);
    const before = found.length;
    for (const [index, name] of (loaded.names ?? []).entries()) {
      const test = await tryOut(crew, file, index, name);
      if (typeof test === "string") console.log(`left out: ${file}: ${name}: ${test.split("\n")[0]}`);
      else found.push(test);
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${file}: ${found.length - before} tests (${seconds} s)`);
  }
  return { tests: found, atLoad };
}

async function tryOut(crew: Crew, file: string, index: number, name: string): Promise<KnownTest | string> {
  const passed = new Map<string, number>();
  let milliseconds = 0;
  for (let turn = 0; turn < 3; turn++) {
    const told = await crew.ask({ kind: "run", run: { file, index, mutant: null } }, patienceSeconds);
    if (typeof told === "string") {
      await crew.renew();
      return told;
    }
    if (told.error !== null) return `${turn === 0 ? "" : "repeated: "}${told.error}`;
    milliseconds = told.milliseconds;
    for (const [mutant, times] of Object.entries(told.passed))
      passed.set(mutant, Math.max(times, passed.get(mutant) ?? 0));
    if (milliseconds > 10_000) return "takes too long";
  }
  return { file, index, name, milliseconds, passed };
}
