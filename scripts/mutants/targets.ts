import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/kit/paths.ts";

/** Sources that are mutated together, and the tests that should notice. */
export interface Target {
  name: string;
  sources: string[];
  tests: string[];
  /** Those of them that need no PostgreSQL. */
  pureTests: string[];
  /** Whether the others do. */
  onDatabase: boolean;
}

const onDatabase = (file: string): boolean =>
  /helpers\/(app|postgres)\.ts/.test(readFileSync(join(projectRoot, file), "utf8"));
const find = (...patterns: string[]): string[] => globSync(patterns, { cwd: projectRoot }).toSorted();
const sources = (...patterns: string[]): string[] =>
  find(...patterns).filter((file) => !file.endsWith(".test.ts") && !file.includes("/vocabulary/"));

/** Tests with separate processes, browsers or long stories are no use here: mutants are tried in one process. */
const elsewhere = /spawn|fork\(|tool\.ts|browser\.ts"|replicas\.ts|pgbouncer|shipped\.ts|web\//;
const stories = (): string[] =>
  find("test/{api,trails,security}/**/*.test.ts").filter(
    (file) =>
      !elsewhere.test(readFileSync(join(projectRoot, file), "utf8").replaceAll('helpers/browser.ts"', "")),
  );

const target = (name: string, files: string[], tests: string[]): Target => {
  const pureTests = tests.filter((file) => !onDatabase(file));
  return { name, sources: files, tests, pureTests, onDatabase: pureTests.length < tests.length };
};

/** The code to mutate: the business rules, and the tools that handle money, codes and keys. */
export function findTargets(): Target[] {
  const kit = ["batch", "csv", "csv-head", "csv-table", "money", "read-csv", "seal", "secrets"];
  const finder = sources("src/domain/messages/{code,service}.ts", "src/domain/messages/code/**/*.ts");
  const domain = sources("src/domain/{accounts,idempotency,members,messages,numbers,orders,wallet}/**/*.ts");
  const rules = find("src/domain/**/*.test.ts").filter((file) => !file.includes("/messages/code/"));
  return [
    target(
      "kit",
      kit.map((name) => `src/kit/${name}.ts`),
      find("src/kit/*.test.ts").filter((file) => !onDatabase(file)),
    ),
    target(
      "domain",
      domain.filter((file) => !finder.includes(file)),
      [...rules, ...stories()],
    ),
    target("codes", finder, find("src/domain/messages/**/*.test.ts")),
  ];
}
