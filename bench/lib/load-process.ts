import { drive } from "./drive.ts";
import type { Job } from "./load.ts";
import { wake } from "./wake.ts";

// The process that makes the load. Takes jobs from its parent one at a time, and ends with it.

async function work(job: Job): Promise<void> {
  try {
    process.send?.({ result: await (job.kind === "drive" ? drive(job) : wake(job)) });
  } catch (error) {
    process.send?.({ error: (error as Error).stack ?? String(error) });
  }
}

process.on("message", (job: Job) => void work(job));
process.on("disconnect", () => process.exit());
process.on("SIGINT", () => {}); // Ctrl-C goes to the whole group; the parent says when.
