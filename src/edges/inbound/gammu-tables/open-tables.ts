import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { LinkState } from "../../../domain/sources/links/link.ts";
import type { Clock } from "../../../kit/clock.ts";
import type { Logger } from "../../../kit/log.ts";
import { readingOf } from "../lines.ts";
import type { Link } from "../smpp/link.ts";
import { pollTables, type PollDeps } from "./poll.ts";
import type { TablesSettings } from "./settings.ts";

export interface TablesDeps extends PollDeps {
  clock: Clock;
  log: Logger;
  times: TableTimes;
}

export interface TableTimes {
  /** Between two looks at the table. */
  pollSeconds: number;
  /** Between attempts while it cannot be read. */
  pauseSeconds: number;
  /** For a connection, and for a statement. */
  patienceSeconds: number;
}

export const tableTimes: TableTimes = { pollSeconds: 1, pauseSeconds: 5, patienceSeconds: 10 };

/** Reads the tables of one smsd until it is closed; the process that holds the source's lease does. */
export function openTables(sourceId: number, settings: TablesSettings, deps: TablesDeps): Link {
  const { clock, log, times } = deps;
  const stop = new AbortController();
  const state: LinkState = { boundSince: null, lastError: null, lastErrorAt: null };
  const patience = times.patienceSeconds * 1000;
  const pool = new pg.Pool({
    connectionString: settings.databases[0],
    max: 1,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    application_name: "zapotp",
  });
  // A connection that breaks while nothing uses it is no fault: the next query opens another.
  pool.on("error", (error) =>
    log.info({ sourceId, why: error.message }, "a connection to smsd’s tables broke"),
  );
  const table = {
    sourceId,
    pool,
    reading: { ...readingOf(settings), knowsZone: settings.timeZone !== undefined },
  };

  async function look(): Promise<number> {
    try {
      const hasMore = await pollTables(table, deps);
      state.boundSince ??= clock.now();
      return hasMore ? 0 : times.pollSeconds;
    } catch (error) {
      const why = (error as Error).message;
      Object.assign(state, { boundSince: null, lastError: why, lastErrorAt: clock.now() });
      log.warn({ sourceId, why }, "the tables of smsd cannot be read");
      return times.pauseSeconds;
    }
  }

  async function hold(): Promise<void> {
    while (!stop.signal.aborted) {
      const seconds = await look();
      await sleep(seconds * 1000, null, { signal: stop.signal }).catch(() => {});
    }
    state.boundSince = null;
    await pool.end();
  }

  const held = hold();
  return {
    state: () => ({ ...state }),
    async close() {
      stop.abort();
      await held;
    },
    abort: () => stop.abort(),
  };
}
