import type { Coverage, KnownTest } from "./cover.ts";
import type { Crew } from "./crew.ts";
import type { Mutant } from "./instrument.ts";

export type Verdict = "killed" | "survived" | "untested";

/** The time budget for the tests of one mutant; the tests that cover it run fastest first. */
const mostMilliseconds = 15_000;
/** For code that runs when a file is loaded: a new process with the mutant on from the start. */
const mostColdTests = 60;

/** Whether some test kills the mutant. A result from a process with changed state is checked again in a new one. */
export async function judge(
  crew: Crew,
  mutant: Mutant,
  { tests, atLoad }: Coverage,
  inFile: Set<string>,
): Promise<Verdict> {
  const covering = tests
    .filter(({ passed }) => passed.has(mutant.id))
    .toSorted((a, b) => a.milliseconds - b.milliseconds);
  if (covering.length > 0 && (await noticesWarm(crew, mutant, covering))) return "killed";
  const near = atLoad.has(mutant.id) ? nearest(tests, inFile) : [];
  if (near.length > 0 && (await noticesCold(crew, mutant, near))) return "killed";
  return covering.length + near.length > 0 ? "survived" : "untested";
}

async function noticesWarm(crew: Crew, mutant: Mutant, tests: KnownTest[]): Promise<boolean> {
  let spent = 0;
  for (const test of tests) {
    if (spent > mostMilliseconds) return false;
    if (await fails(crew, test, mutant.id)) {
      if (!(await fails(crew, test, null))) return true;
      await crew.renew(); // This mutant or an earlier one left changed state behind.
      const isRight = !(await fails(crew, test, null));
      const isNoticed = isRight && (await fails(crew, test, mutant.id));
      await crew.renew();
      if (isNoticed) return true;
    }
    spent += test.milliseconds;
  }
  return false;
}

async function noticesCold(crew: Crew, mutant: Mutant, tests: KnownTest[]): Promise<boolean> {
  await crew.renew(mutant.id);
  try {
    let spent = 0;
    for (const test of tests) {
      if (spent > mostMilliseconds) return false;
      if (await fails(crew, test, null)) return true;
      spent += test.milliseconds;
    }
    return false;
  } finally {
    await crew.renew();
  }
}

/** Of the tests that cover something in the mutant's file: some fast ones, from as many test files as possible. */
function nearest(tests: KnownTest[], inFile: Set<string>): KnownTest[] {
  const near = tests.filter(({ passed }) => passed.keys().some((id) => inFile.has(id)));
  const byFile = Map.groupBy(
    near.toSorted((a, b) => a.milliseconds - b.milliseconds),
    ({ file }) => file,
  );
  const firsts = [...byFile.values()].toSorted((a, b) => b.length - a.length);
  return Array.from({ length: mostColdTests }, (_, turn) => turn)
    .flatMap((turn) => firsts.flatMap((own) => own.slice(turn, turn + 1)))
    .slice(0, mostColdTests);
}

/** A test that hangs or ends the process fails; a new process is started after that. */
async function fails(crew: Crew, test: KnownTest, mutant: string | null): Promise<boolean> {
  const { file, index, passed, milliseconds } = test;
  const hitLimit = mutant === null ? undefined : (passed.get(mutant) ?? 0) * 100 + 1000;
  const run = { file, index, mutant, ...(hitLimit === undefined ? {} : { hitLimit }) };
  const told = await crew.ask({ kind: "run", run }, 20 + (milliseconds * 10) / 1000);
  if (typeof told !== "string") return told.error !== null;
  await crew.renew();
  return true;
}
