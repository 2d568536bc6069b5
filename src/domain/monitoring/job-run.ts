/** What a job of this process last did. */
export interface JobRun {
  name: string;
  everySeconds: number;
  /** When the current run began; null between runs. */
  startedAt: Date | null;
  lastRunAt: Date | null;
  ok: boolean | null;
  lastMilliseconds: number | null;
  /** Runs since the start of this process, and how many of them failed. */
  turns: number;
  failures: number;
  /** Runs now, in addition to the scheduled runs; returns whether it succeeded. */
  runNow: () => Promise<boolean>;
}
