import { resolve } from "node:path";

/**
 * Resolves a path against the folder that the tool was called in. npm runs it in the project's folder and keeps the
 * original one in INIT_CWD.
 */
export function givenPath(path: string, environment: Record<string, string | undefined>): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = environment;
  return resolve(script === "zapotp" && calledIn !== undefined ? calledIn : ".", path);
}
