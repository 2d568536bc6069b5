import { run } from "./edges/cli/run.ts";
import type { SourceKinds } from "./domain/sources/kind.ts";

/** The source kinds validate settings with a large library, so only commands about sources load them. */
async function loadSourceKinds(args: string[]): Promise<SourceKinds> {
  return args.includes("source")
    ? (await import("./edges/inbound/offered-kinds.ts")).offeredKinds
    : new Map();
}

/** The operator's command-line tool: passes the commands what only the composition root may know. */
const args = process.argv.slice(2);
process.exitCode = await run(args, {
  environment: process.env,
  sourceKinds: await loadSourceKinds(args),
});
