import { drive } from "./drive.ts";
import { flood } from "./flood.ts";
import { hold, release } from "./hold.ts";
import type { Job } from "./load.ts";
import { wake } from "./wake.ts";

// The process that generates the load. Takes jobs from its parent one at a time, and ends with it.

async function work(job: Job): Promise<void> {
  try {
    process.send?.({ result: await run(job) });
  } catch (error) {
    process.send?.({ error: (error as Error).stack ?? String(error) });
  }
}

function run(job: Job): Promise<unknown> {
  if (job.kind === "drive") return drive(job);
  if (job.kind === "flood") return flood(job);
  if (job.kind === "wake") return wake(job);
  return job.kind === "hold" ? hold(job) : release();
}

process.on("message", (job: Job) => void work(job));
process.on("disconnect", () => process.exit());
process.on("SIGINT", () => {}); // Ctrl-C goes to the whole process group; the parent decides when to stop.
