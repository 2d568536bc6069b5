import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { arrayLiteral } from "./array-literal.ts";
import { CommitUnknown, isClash, isServerError, isSilence, wasNeverSent } from "./db/errors.ts";
import { openPool, type Connecting } from "./db/pool.ts";
import { isShared } from "./db/pooling.ts";
import { settings, type Session } from "./db/session.ts";
import { statementName } from "./db/statement-name.ts";
import type { Logger } from "./log.ts";
import { timeReader } from "./read-time.ts";

/** Runs SQL. A use case that must change several things takes a `Tx`, which only `transaction` provides. */
export interface Queryable {
  rows<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}
export interface Tx extends Queryable {
  readonly inTransaction: true;
}
export interface Db extends Queryable, Connecting {
  /**
   * Does the work in one transaction. If it conflicts with another transaction (a deadlock, a serialization failure)
   * and was therefore rolled back, it is retried: the work must not have side effects outside that cannot be
   * repeated.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

// bigint columns are ids and minor units, far below 2^53; a larger value is a bug that must surface.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`);
  return value;
});

const { TIMESTAMPTZ } = pg.types.builtins;
pg.types.setTypeParser(
  TIMESTAMPTZ,
  timeReader(pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown),
);

export interface DbOptions {
  connectionString: string;
  log: Logger;
  maxConnections?: number;
  /** A statement is cancelled after this time; work over all rows may set more than the usual minute. */
  statementMilliseconds?: number;
  /** How long a transaction may be idle, for example because its process gets no CPU time. */
  idleInTransactionMilliseconds?: number;
  lockMilliseconds?: number;
  /** Called for statements that took longer than this, including the wait for a connection; 0: never. */
  slowMilliseconds?: number;
  onSlow?: (text: string, milliseconds: number) => void;
}

const usualStatementMilliseconds = 60_000;
/** A transaction waits for nothing but the database, so a stalled process must not keep its locks. */
const usualIdleMilliseconds = 5_000;
/**
 * Longer than anybody holds a lock. Without it, the transactions of a stalled process would get the lock one after
 * another, each until it is terminated. Requests that wait for an abandoned session are told to retry.
 */
const usualLockMilliseconds = 10_000;

export function openDb(options: DbOptions): Db {
  const { connectionString, log, maxConnections = 12 } = options;
  const limits = {
    statementMilliseconds: options.statementMilliseconds ?? usualStatementMilliseconds,
    lockMilliseconds: options.lockMilliseconds ?? usualLockMilliseconds,
    idleInTransactionMilliseconds: options.idleInTransactionMilliseconds ?? usualIdleMilliseconds,
  };
  const pool = openPool({ connectionString, log, maxConnections, limits });
  const runner: Runner = { timed: timer(options), sayLimits: settings(limits, true) };
  return {
    rows: <Row>(text: string, values?: unknown[]) =>
      again(() =>
        runner.timed(text, () =>
          pool.use((client, session) =>
            single<Row>(runner, client, session, () => run<Row>(client, session, text, values)),
          ),
        ),
      ),
    transaction: (work) =>
      again(() => pool.use((client, session) => transaction(runner, client, session, work))),
    renew: pool.renew,
    abandonWhenSilent: pool.abandonWhenSilent,
    connections: pool.connections,
    pooling: pool.pooling,
    isOnlyReadable: pool.isOnlyReadable,
    end: pool.end,
  };
}

interface Runner {
  timed: Timed;
  /** The limits and settings of a session, for one transaction only. */
  sayLimits: string;
}
type Timed = <T>(text: string, work: () => Promise<T>) => Promise<T>;

/** Reports slow statements: the statement's text, which is a constant of the code, never its values. */
function timer({ slowMilliseconds = 0, onSlow = () => {} }: DbOptions): Timed {
  if (slowMilliseconds === 0) return (_text, work) => work();
  return async (text, work) => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      const milliseconds = performance.now() - began;
      if (milliseconds > slowMilliseconds) onSlow(text, milliseconds);
    }
  };
}

/** How often conflicting work is tried in total, and the longest pause before the first retry. */
const mostTries = 3;
const pauseMilliseconds = 20;

async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isClash(error) || tries === mostTries) throw error;
    }
    await sleep(Math.random() * pauseMilliseconds * tries); // Spreads the retries.
  }
}

/** Every statement is prepared, unless a pooler does not track prepared statements. */
async function run<Row>(
  client: pg.PoolClient,
  { pooling }: Session,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const parameters = values.map(parameter);
  const name = pooling === "transaction_unprepared" ? undefined : statementName(text);
  const result = await client.query({ name, text, values: parameters });
  return result.rows as Row[];
}

/** Times are sent in UTC: the driver writes them in the process' time zone, in which the date may differ. */
function parameter(value: unknown): unknown {
  if (Array.isArray(value)) return arrayLiteral(value);
  return value instanceof Date ? value.toISOString() : value;
}

/** One statement as its own transaction; if connections are shared, the transaction sets its limits itself. */
async function single<Row>(
  { sayLimits }: Runner,
  client: pg.PoolClient,
  session: Session,
  work: () => Promise<Row[]>,
): Promise<Row[]> {
  if (isShared(session.pooling)) return inTransaction(client, session, `begin; ${sayLimits}`, work);
  try {
    const rows = await work();
    requireReplicated(session);
    return rows;
  } catch (error) {
    if (!isServerError(error)) session.isBroken = true;
    throw error;
  }
}

/**
 * Transactions find their rows by key, whatever the values are, so their statements are planned once per connection.
 * PostgreSQL would replan each statement that is given a short array, because it assumes ten elements for one of
 * unknown length (manual, 19.7.4 "plan_cache_mode"), and planning costs more than everything else. A plan made while
 * a table was small must not scan all of it once it is large.
 */
const begin = "begin; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off";

function transaction<T>(
  { timed, sayLimits }: Runner,
  client: pg.PoolClient,
  session: Session,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const tx: Tx = {
    inTransaction: true,
    rows: (text, values) => timed(text, () => run(client, session, text, values)),
  };
  const opening = isShared(session.pooling) ? `${begin}; ${sayLimits}` : begin;
  return inTransaction(client, session, opening, () => work(tx));
}

async function inTransaction<T>(
  client: pg.PoolClient,
  session: Session,
  opening: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    await client.query(opening);
    const result = await work();
    await commit(client, session);
    return result;
  } catch (error) {
    if (error instanceof CommitUnknown || isSilence(error)) session.isBroken = true;
    else await client.query("rollback").catch(() => (session.isBroken = true));
    throw error;
  }
}

async function commit(client: pg.PoolClient, session: Session): Promise<void> {
  try {
    await client.query("commit");
  } catch (error) {
    if (isServerError(error) || wasNeverSent(error)) throw error;
    throw new CommitUnknown("connection lost during commit", { cause: error });
  }
  requireReplicated(session);
}

/** A commit that must be on the standby first, but may not be, is not reported as done. */
function requireReplicated(session: Session): void {
  if (session.isAhead) throw new CommitUnknown("the wait for the synchronous standby was given up");
}
