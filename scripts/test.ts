import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../src/kit/paths.ts";
import { runChecks } from "./checks.ts";
import { checkSchema } from "./dump-schema.ts";
import { installTestTools } from "./install-test-tools.ts";
import { untried } from "./openapi-coverage.ts";
import { describeSkips, readSkips, unexpectedSkips, type Skip } from "./skips.ts";
import { createTemplate, withDatabase } from "./test-database.ts";

// npm test                    everything except the two suites below
// npm run test:long           the tests that take minutes: killed processes, promotions, whole starts (*.long.test.ts)
// npm run test:web            every page in a real browser (test/web)
// npm test -- FILE…           only these test files or folders, on a database as always
// npm test -- --write         fixes what can be fixed automatically: format, schema.sql, docs
// npm test -- --strict        fails if a test is skipped that a fully equipped machine would run

/** One walk in the browser, from sign-up to a code, that `npm test` runs as well. */
const shortWalk = "test/web/trail.test.ts";

const options = process.argv.slice(2);
const write = options.includes("--write");
const strict = options.includes("--strict");
const suite = ["long", "web"].find((name) => options.includes(`--${name}`));
/**
 * Files at a time. With two, a machine of two cores is idle for a third of the time: tests wait for the database and for
 * timers. Browsers and the tests that take minutes fill it.
 */
const atOnce = suite ? 2 : 3;
const files = [
  ...options.filter((option) => !option.startsWith("--")).flatMap(filesIn),
  ...(suite ? allTests().filter((file) => suiteOf(file) === suite) : []),
];

function filesIn(path: string): string[] {
  const isFolder = statSync(join(projectRoot, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? globSync(`${path}/**/*.test.ts`, { cwd: projectRoot }).toSorted() : [path];
}

function allTests(): string[] {
  return globSync(["src/**/*.test.ts", "test/**/*.test.ts", "scripts/**/*.test.ts"], {
    cwd: projectRoot,
  }).toSorted();
}

/** The suite of its own that a test file belongs to; undefined: `npm test` runs it. */
function suiteOf(file: string): string | undefined {
  if (file.endsWith(".long.test.ts")) return "long";
  return file.startsWith("test/web/") && file !== shortWalk ? "web" : undefined;
}

const skips: Skip[] = [];

function runTests(connectionString: string): number {
  const folder = mkdtempSync(join(tmpdir(), "zapotp-seen-"));
  const [seen, skipped] = [join(folder, "openapi"), join(folder, "skipped")];
  const env = {
    ...process.env,
    TEST_DATABASE_URL: connectionString,
    NODE_TEST_CONTEXT: undefined,
    OPENAPI_SEEN: seen,
  };
  const args = [
    "--test",
    `--test-concurrency=${atOnce}`,
    "--test-timeout=1200000", // For tests that hang: slow or busy machines take their time.
    "--test-force-exit",
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    `--test-reporter=${join(projectRoot, "scripts/skip-reporter.ts")}`,
    `--test-reporter-destination=${skipped}`,
    ...(files.length > 0 ? files : allTests().filter((file) => suiteOf(file) === undefined)),
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: projectRoot, stdio: "inherit", env });
  const missing = files.length > 0 ? [] : untried(seen);
  skips.push(...readSkips(skipped));
  rmSync(folder, { recursive: true, force: true });
  if (files.length === 0) console.log(`${missing.length === 0 ? "ok  " : "FAIL"} OpenAPI document tried`);
  for (const line of missing) console.log(`     ${line}`);
  return (status === 0 ? 0 : 1) + missing.length;
}

const failedChecks = files.length > 0 ? 0 : await runChecks({ write });
if (files.length === 0 || suite) await installTestTools();
const failedTests = await withDatabase(async (connectionString) => {
  const template = await createTemplate(connectionString);
  const schemaIsRight = files.length > 0 || (await checkSchema(template, write));
  console.log(
    `${schemaIsRight ? "ok  " : "FAIL"} schema.sql${schemaIsRight ? "" : ": run npm test -- --write and look at the change"}`,
  );
  return runTests(connectionString) + (schemaIsRight ? 0 : 1);
});
const unexpected = strict ? unexpectedSkips(skips) : [];
for (const { test, why } of unexpected) console.log(`FAIL skipped: ${test}: ${why || "no reason is given"}`);
process.exitCode = failedChecks + failedTests + unexpected.length === 0 ? 0 : 1;
const verdict = process.exitCode === 0 ? "Everything passed." : "Something failed; see above.";
console.log(`${verdict} ${describeSkips(skips)}`);
