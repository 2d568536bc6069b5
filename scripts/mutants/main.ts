import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTemplate, withDatabase } from "../test-database.ts";
import { findTests } from "./cover.ts";
import { startCrew } from "./crew.ts";
import { instrument, type Mutant } from "./instrument.ts";
import { judge } from "./judge.ts";
import { openKnown } from "./known.ts";
import { printScores, type Judged } from "./report.ts";
import { findTargets, type Target } from "./targets.ts";

// npm run test:mutants                     makes small changes in the program, one at a time, and sees whether a test fails
// npm run test:mutants -- PATH…            in these files, or those of a folder
//   --minutes 20    begins with no mutant after that; the next run goes on from there
//   --again         asks again for those that survived
//   --least 85      fails under that share of killed ones

const { values, positionals } = parseArgs({
  options: {
    minutes: { type: "string", default: "600" },
    least: { type: "string", default: "0" },
    again: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const deadline = Date.now() + Number(values.minutes) * 60_000;
const isWanted = (file: string): boolean =>
  positionals.length === 0 || positionals.some((path) => file === path || file.startsWith(`${path}/`));
const known = openKnown();

/** Mutants nobody has asked about since their file changed, and with `--again` those that survived. */
const isOpen = (mutant: Mutant): boolean => {
  const verdict = known.get(mutant);
  return verdict === undefined || (values.again && verdict !== "killed");
};

async function runTarget({ name, sources, tests, onDatabase }: Target): Promise<Judged[]> {
  const { mutants, sources: instrumented } = await instrument(sources.filter(isWanted));
  const open = mutants.filter(isOpen);
  console.log(`${name}: ${mutants.length} mutants, ${open.length} to be tried`);
  const run = (database: string | null): Promise<void> =>
    tryAll(open, mutants, instrumented, tests, database);
  if (open.length > 0 && onDatabase)
    await withDatabase(async (connectionString) => {
      await createTemplate(connectionString);
      await run(connectionString);
    });
  else if (open.length > 0) await run(null);
  return mutants.map((mutant) => ({ mutant, verdict: known.get(mutant) }));
}

async function tryAll(
  open: Mutant[],
  all: Mutant[],
  instrumented: Record<string, string>,
  tests: string[],
  connectionString: string | null,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-mutants-"));
  const sourcesFile = join(folder, "sources.json");
  writeFileSync(sourcesFile, JSON.stringify(instrumented));
  const crew = await startCrew(sourcesFile, connectionString);
  const idsOf = Map.groupBy(all, ({ file }) => file);
  try {
    const found = await findTests(crew, tests);
    await crew.renew(); // What the tests left behind is no matter of the first mutant.
    for (const [place, mutant] of open.entries()) {
      if (Date.now() > deadline) return console.log(`time is over: ${open.length - place} are left`);
      const inFile = new Set((idsOf.get(mutant.file) ?? []).map(({ id }) => id));
      const verdict = await judge(crew, mutant, found, inFile);
      known.set(mutant, verdict);
      if (verdict !== "killed")
        console.log(`${verdict}  ${mutant.file}:${mutant.line}  ${mutant.was}  →  ${mutant.became}`);
      if (place % 20 === 0) known.save();
    }
  } finally {
    known.save();
    await crew.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const judged: Judged[] = [];
for (const target of findTargets())
  if (target.sources.some(isWanted)) judged.push(...(await runTarget(target)));
const share = printScores(judged);
process.exitCode = share * 100 < Number(values.least) ? 1 : 0;
