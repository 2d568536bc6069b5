/** What a job of this process last did. */
export interface JobRun {
  name: string;
  everySeconds: number;
  /** When the turn that is under way began; null between two. */
  startedAt: Date | null;
  lastRunAt: Date | null;
  ok: boolean | null;
  lastMilliseconds: number | null;
  /** Turns since the start of this process, and those of them that failed. */
  turns: number;
  failures: number;
  /** Takes a turn now, beside those of the clock; answers whether it went well. */
  runNow: () => Promise<boolean>;
}
