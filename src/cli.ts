import { run } from "./edges/cli/run.ts";
import { sourceKinds } from "./edges/inbound/kinds.ts";

/** The operator's tool: hands the commands what only the composition root may know. */
process.exitCode = await run(process.argv.slice(2), { environment: process.env, sourceKinds });
