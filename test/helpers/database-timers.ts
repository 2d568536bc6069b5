/**
 * For tests of what PostgreSQL does by its own timers (deadlocks, timeouts of statements and locks): under faketime its
 * signal handlers read the real clock, so on a clock that is moved ahead none of them ever fires.
 */
export const needsDatabaseTimers: { skip: string | false } = {
  skip: (process.env["LD_PRELOAD"] ?? "").includes("faketime")
    ? "PostgreSQL's own timeouts do not fire on a faked clock"
    : false,
};
