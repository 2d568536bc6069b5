import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTemplate, withDatabase } from "../test-database.ts";
import { findTests } from "./cover.ts";
import { startCrew } from "./crew.ts";
import { instrument, type Mutant } from "./instrument.ts";
import { judge, type Verdict } from "./judge.ts";
import { openKnown } from "./known.ts";
import { printScores, type Judged } from "./report.ts";
import { findTargets, type Target } from "./targets.ts";

// npm run test:mutants                     makes small changes to the code, one at a time; a test must fail
// npm run test:mutants -- PATH…            in these files or folders
//   --minutes 20    starts no mutant after that; the next run continues from there
//   --pure          only with the fast tests that need no PostgreSQL; mutants that survive them remain to be tried
//   --with FILE     only with this test file; may be given several times
//   --sample 500    tries only this many of each target, an even sample that is the same each time
//   --again         tries those again that survived
//   --least 85      fails if fewer than this percentage are killed

const { values, positionals } = parseArgs({
  options: {
    minutes: { type: "string", default: "600" },
    least: { type: "string", default: "0" },
    sample: { type: "string", default: "Infinity" },
    pure: { type: "boolean", default: false },
    with: { type: "string", multiple: true },
    again: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const deadline = Date.now() + Number(values.minutes) * 60_000;
const isWanted = (file: string): boolean =>
  positionals.length === 0 || positionals.some((path) => file === path || file.startsWith(`${path}/`));
const known = openKnown();

/** Mutants that were not tried since their file changed, and with `--again` those that survived. */
const isOpen = (mutant: Mutant): boolean => {
  const verdict = known.get(mutant);
  return verdict === undefined || (values.again && verdict !== "killed");
};

async function runTarget(target: Target): Promise<Judged[]> {
  const { mutants, sources } = await instrument(target.sources.filter(isWanted));
  const drawn = new Set(draw(mutants, Number(values.sample)));
  const open = mutants.filter((mutant) => drawn.has(mutant) && isOpen(mutant));
  console.log(`${target.name}: ${mutants.length} mutants, ${open.length} to be tried`);
  const run = (database: string | null): Promise<void> =>
    tryAll(target, { open, all: mutants, sources }, database);
  if (open.length > 0 && target.onDatabase && !values.pure)
    await withDatabase(async (connectionString) => {
      await createTemplate(connectionString);
      await run(connectionString);
    });
  else if (open.length > 0) await run(null);
  return mutants.map((mutant) => ({ mutant, verdict: known.get(mutant) }));
}

/** A sample of this size, by what they change: it stays the same while the files do. */
function draw(mutants: Mutant[], count: number): Mutant[] {
  const rank = ({ file, line, was, became }: Mutant): string =>
    createHash("sha256").update(`${file}:${line} ${was} ${became}`).digest("hex");
  return mutants
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

interface Work {
  open: Mutant[];
  all: Mutant[];
  /** The instrumented programs. */
  sources: Record<string, string>;
}

async function tryAll(target: Target, { open, all, sources }: Work, database: string | null): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-mutants-"));
  const sourcesFile = join(folder, "sources.json");
  writeFileSync(sourcesFile, JSON.stringify(sources));
  const crew = await startCrew(sourcesFile, database);
  try {
    const coverage = await findTests(
      crew,
      values.with ?? (database === null ? target.pureTests : target.tests),
    );
    await crew.renew(); // What the tests left behind must not affect the first mutant.
    const idsOf = Map.groupBy(all, ({ file }) => file);
    for (const [place, mutant] of open.entries()) {
      if (Date.now() > deadline) return console.log(`time is over: ${open.length - place} are left`);
      const inFile = new Set((idsOf.get(mutant.file) ?? []).map(({ id }) => id));
      note(target, mutant, await judge(crew, mutant, coverage, inFile));
      if (place % 20 === 0) known.save();
    }
  } finally {
    known.save();
    await crew.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The other tests may kill what some tests do not. */
function note({ onDatabase }: Target, mutant: Mutant, verdict: Verdict): void {
  if (verdict === "killed" || !((values.pure && onDatabase) || values.with)) known.set(mutant, verdict);
  const { file, line, was, became } = mutant;
  if (verdict === "survived") console.log(`survived  ${file}:${line}  ${was}  →  ${became}`);
}

const judged: Judged[] = [];
for (const target of findTargets())
  if (target.sources.some(isWanted)) judged.push(...(await runTarget(target)));
const share = printScores(judged);
process.exitCode = share * 100 < Number(values.least) ? 1 : 0;
