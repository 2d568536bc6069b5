import { resolve } from "node:path";

/**
 * A path as it was given: from the folder that the tool was called in. npm runs it in the project's own folder, and
 * keeps the other one in INIT_CWD.
 */
export function givenPath(path: string, environment: Record<string, string | undefined>): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = environment;
  return resolve(script === "zapotp" && calledIn !== undefined ? calledIn : ".", path);
}
