import type { Checks } from "../../domain/monitoring/health.ts";
import type { JobRun } from "../../domain/monitoring/job-run.ts";
import type { Connections } from "../../kit/db/pool.ts";
import type { Queue } from "../../kit/queue.ts";
import { flag, one, type Collected } from "./collected.ts";

export interface ProcessState {
  version: string;
  connections: () => Connections;
  queues: Queue[];
  /** Long polls and event streams that are open, by kind. */
  waiters: () => { polls: number; streams: number };
  hintsArrive: () => boolean;
  checks: () => Promise<Checks>;
  jobs: () => Pick<JobRun, "name" | "lastRunAt">[];
  /** Where the embedded database is; null if the database is external. */
  freeBytes: () => Promise<number | null>;
}

/** The current state of this process and of what it depends on. */
export function processMetrics(state: ProcessState): Collected[] {
  const gauge = (name: string, help: string, read: Collected["read"]): Collected => ({
    name,
    help,
    type: "gauge",
    read,
  });
  const isReady = (checks: Checks): boolean => Object.values(checks).every(({ level }) => level !== "down");
  return [
    gauge("zapotp_build_info", "Always 1; which version of ZapOTP and Node this is.", () => [
      { labels: { version: state.version, node: process.version }, value: 1 },
    ]),
    gauge("zapotp_ready", "1 when /readyz says that this process can serve.", async () =>
      flag(isReady(await state.checks())),
    ),
    gauge("zapotp_check_ok", "1 for each check of /readyz that finds nothing wrong.", async () =>
      Object.entries(await state.checks()).map(([check, { level }]) => ({
        labels: { check },
        value: level === "ok" ? 1 : 0,
      })),
    ),
    gauge(
      "zapotp_hints_connected",
      "1 while hints of news arrive; without them waiting requests look by themselves.",
      () => flag(state.hintsArrive()),
    ),
    gauge("zapotp_long_polls_open", "Requests that wait for a code.", () => one(state.waiters().polls)),
    gauge("zapotp_event_streams_open", "Event streams that are open.", () => one(state.waiters().streams)),
    gauge("zapotp_database_connections", "Connections of this process to the database.", () => {
      const { open, idle } = state.connections();
      return [
        { labels: { state: "in_use" }, value: open - idle },
        { labels: { state: "idle" }, value: idle },
      ];
    }),
    gauge("zapotp_database_connections_wanted", "Statements that wait for a connection.", () =>
      one(state.connections().waiting),
    ),
    gauge("zapotp_batch_waiting", "Inputs that wait for their batch.", () =>
      state.queues.map(({ name, waiting }) => ({ labels: { batch: name }, value: waiting })),
    ),
    gauge("zapotp_job_last_run_timestamp_seconds", "When a job of this process last ended a turn.", () =>
      state
        .jobs()
        .flatMap(({ name, lastRunAt }) =>
          lastRunAt ? [{ labels: { name }, value: lastRunAt.getTime() / 1000 }] : [],
        ),
    ),
    gauge("zapotp_disk_free_bytes", "Free space where the embedded database is.", async () =>
      one(await state.freeBytes()),
    ),
  ];
}
