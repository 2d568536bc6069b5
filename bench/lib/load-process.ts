import { drive } from "./drive.ts";
import { flood } from "./flood.ts";
import type { Driven, Flooded, Job, Woken } from "./load.ts";
import { wake } from "./wake.ts";

// The process that makes the load. Takes jobs from its parent one at a time, and ends with it.

function run(job: Job): Promise<Driven | Flooded | Woken> {
  if (job.kind === "drive") return drive(job);
  return job.kind === "flood" ? flood(job) : wake(job);
}

async function work(job: Job): Promise<void> {
  try {
    process.send?.({ result: await run(job) });
  } catch (error) {
    process.send?.({ error: (error as Error).stack ?? String(error) });
  }
}

process.on("message", (job: Job) => void work(job));
process.on("disconnect", () => process.exit());
process.on("SIGINT", () => {}); // Ctrl-C goes to the whole group; the parent says when.
