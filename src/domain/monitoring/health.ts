import type { JobRun } from "./job-run.ts";
import type { Pooling } from "../../kit/db/pooling.ts";

/** The state of a dependency: `down` keeps the server from serving, `degraded` needs fixing while it serves. */
export interface Check {
  level: "ok" | "degraded" | "down";
  /** One word for it: `ok`, or what is wrong. */
  state: string;
}
export type Checks = Record<string, Check>;

/** The figures that show whether a job keeps up. */
export type JobPace = Pick<JobRun, "everySeconds" | "startedAt" | "lastRunAt" | "ok">;

const ok: Check = { level: "ok", state: "ok" };
const degraded = (state: string): Check => ({ level: "degraded", state });
const down = (state: string): Check => ({ level: "down", state });

/** `null`: no answer in time, or unreachable; `onlyReadable`: because the reachable servers do not accept writes. */
export function judgeDatabase(database: { readOnly: boolean } | null, onlyReadable: boolean): Check {
  if (database === null) return down(onlyReadable ? "read_only" : "unreachable");
  return database.readOnly ? down("read_only") : ok;
}

/** Pooling per transaction is fine; without prepared statements each statement is planned every time. */
export const judgePooler = (pooling: Pooling): Check =>
  pooling === "transaction_unprepared" ? degraded(pooling) : { level: "ok", state: pooling };

/** The tables are older than the code; or newer, while servers are upgraded one after the other. */
export function judgeMigrations(applied: string[], known: string[]): Check {
  if (known.some((name) => !applied.includes(name))) return down("behind");
  return applied.some((name) => !known.includes(name)) ? degraded("ahead") : ok;
}

/** With another key, existing texts cannot be read, and new ones could not be read later. */
export const judgeSeal = (opens: boolean): Check => (opens ? ok : down("wrong_key"));

/** Without notifications, waiting requests poll every second: correct, but slower. */
export const judgeHints = (arrive: boolean): Check => (arrive ? ok : degraded("missing"));

/** A run may take its time; one that takes this much longer than its interval, plus this grace, is late. */
const lateTurns = 10;
const graceSeconds = 30;

export function judgeJobs(runs: JobPace[], at: Date): Check {
  const late = runs.some(({ everySeconds, startedAt, lastRunAt }) => {
    const since = lastRunAt ?? startedAt;
    const seconds = since ? (at.getTime() - since.getTime()) / 1000 : 0;
    return seconds > everySeconds * lateTurns + graceSeconds;
  });
  if (late) return degraded("late");
  return runs.some((turn) => turn.ok === false) ? degraded("failing") : ok;
}

/** No run can take this long: whatever it waits for will not come, and only a restart helps. */
const hangingTurns = 20;
const leastHangingSeconds = 900;

export const hangs = (runs: JobPace[], at: Date): boolean =>
  runs.some(({ everySeconds, startedAt }) => {
    const seconds = startedAt ? (at.getTime() - startedAt.getTime()) / 1000 : 0;
    return seconds > Math.max(everySeconds * hangingTurns, leastHangingSeconds);
  });

const gigabyte = 1024 ** 3;
/** Free bytes below which the disk is nearly full, and below which the database is about to stop. */
export const leastFreeBytes = { low: 2 * gigabyte, full: 0.2 * gigabyte };

/** Null if the database is not on this machine. */
export function judgeDisk(freeBytes: number | null): Check {
  if (freeBytes === null || freeBytes >= leastFreeBytes.low) return ok;
  return degraded(freeBytes < leastFreeBytes.full ? "full" : "low");
}

/** Orders end by the servers' clocks, so these must agree. */
export const mostSkewSeconds = { warn: 2, fail: 30 };
export const judgeClock = (skewSeconds: number): Check =>
  Math.abs(skewSeconds) >= mostSkewSeconds.warn ? degraded("apart") : ok;
