import { existsSync, readFileSync } from "node:fs";

/**
 * Checks the test coverage of the OpenAPI document: every operation must have been answered with success and with at
 * least one error. `file` has a line `operation status` for every answer that test/helpers/openapi.ts checked against
 * the document, and `operation documented` for every operation in it (test/api/openapi.test.ts).
 */
export function untried(file: string): string[] {
  const lines = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
  const statuses = Map.groupBy(lines, (line) => line.split(" ")[0] ?? "");
  const documented = lines
    .filter((line) => line.endsWith(" documented"))
    .map((line) => line.split(" ")[0] ?? "");
  if (documented.length === 0) return ["no operation was documented: test/api/openapi.test.ts did not run"];
  return documented.flatMap((operation) => {
    const seen = statuses.get(operation) ?? [];
    const missing: string[] = [];
    if (!seen.includes(`${operation} 200`)) missing.push(`${operation} was never answered with 200`);
    if (!seen.some((line) => / [45]\d\d$/.test(line)))
      missing.push(`${operation} was never answered with an error`);
    return missing;
  });
}
