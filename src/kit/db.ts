import pg from "pg";
import { arrayLiteral } from "./array-literal.ts";
import type { Logger } from "./log.ts";
import { timeReader } from "./read-time.ts";

/** Runs SQL. A use case that must change several things takes a `Tx`, which only `transaction` hands out. */
export interface Queryable {
  rows<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}
export interface Tx extends Queryable {
  readonly inTransaction: true;
}
export interface Db extends Queryable {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Gives up every connection for new ones, as those there are were found dead. What they have in hand fails. */
  renew(): void;
  connections(): Connections;
  end(): Promise<void>;
}

/** Connections there are, those of them that nobody uses, and statements that wait for one. */
export interface Connections {
  open: number;
  idle: number;
  waiting: number;
}

/** Thrown when the connection broke while a commit was under way: nobody knows what came of it. */
export class CommitUnknown extends Error {}

// bigint columns are ids and minor units, far below 2^53; a value that is not is a fault to be seen.
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
  /** After which a statement is given up; for work over all rows more than the minute that is usual. */
  statementMilliseconds?: number;
  /** Told of statements that took longer than this, the wait for a connection included; 0: of none. */
  slowMilliseconds?: number;
  onSlow?: (text: string, milliseconds: number) => void;
}

const usualStatementMilliseconds = 60_000;
/** The server has ended a statement by then: one without an answer was sent into a connection that is dead. */
const graceMilliseconds = 5_000;
/** Nothing but the database is waited for in a transaction: a process that stands still in one must not keep its locks. */
const idleInTransactionMilliseconds = 5_000;
/**
 * Longer than anybody holds a lock. Without it the transactions of a process that stands still would get the lock one
 * after the other and keep it until each is ended; and who waits for somebody's forgotten session is told to come back.
 */
const lockMilliseconds = 10_000;

export function openDb(options: DbOptions): Db {
  const clients = new Set<pg.Client>();
  let pool = openPool(options, clients);
  function renew(): void {
    options.log.warn("the database did not answer; its connections are given up for new ones");
    const old = pool;
    pool = openPool(options, clients);
    void old.end();
    for (const client of clients) client.end().catch(() => {}); // Those that wait for an answer as well.
    clients.clear();
  }
  /** Runs on the pool of the moment; where one connection turns out dead, the others are not tried one by one. */
  async function guarded<T>(work: (current: pg.Pool) => Promise<T>): Promise<T> {
    const current = pool;
    try {
      return await work(current);
    } catch (error) {
      if (isSilence(error) && pool === current) renew();
      throw error;
    }
  }
  const run = timed(options);
  return {
    rows: (text, values) => guarded((current) => run(current, text, values)),
    transaction: (work) => guarded((current) => transaction(current, run, work)),
    renew,
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    end: () => pool.end(),
  };
}

function openPool(
  {
    connectionString,
    log,
    maxConnections = 12,
    statementMilliseconds = usualStatementMilliseconds,
  }: DbOptions,
  clients: Set<pg.Client>,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    query_timeout: statementMilliseconds + graceMilliseconds,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: "zapotp",
    options: `-c timezone=UTC -c statement_timeout=${statementMilliseconds} -c lock_timeout=${lockMilliseconds} -c idle_in_transaction_session_timeout=${idleInTransactionMilliseconds}`,
  });
  // A connection that breaks is replaced by the pool; without a listener, at every moment of its life, it would end the
  // process: the pool has its own only while the connection is idle.
  pool.on("connect", (client) => clients.add(client.on("error", () => {})));
  pool.on("remove", (client) => clients.delete(client));
  pool.on("error", (error) => {
    if (!pool.ending) log.warn({ err: error }, "an idle database connection broke");
  });
  return pool;
}

const names = new Map<string, string>();

/** Every statement is prepared: its text is a constant of the code, so the set of names is small. */
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = `s${names.size}`));
  return name;
}

async function rows<Row>(
  runner: pg.Pool | pg.PoolClient,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const parameters = values.map(parameter);
  const result = await runner.query({ name: statementName(text), text, values: parameters });
  return result.rows as Row[];
}

/** Times in UTC: the driver writes them in the process' own zone, in which a time may be of another day. */
function parameter(value: unknown): unknown {
  if (Array.isArray(value)) return arrayLiteral(value);
  return value instanceof Date ? value.toISOString() : value;
}

/** Runs statements, and tells of the slow ones: of their text, a constant of the code, never of their values. */
function timed({ slowMilliseconds = 0, onSlow = () => {} }: DbOptions): typeof rows {
  if (slowMilliseconds === 0) return rows;
  return async (runner, text, values) => {
    const began = performance.now();
    try {
      return await rows(runner, text, values);
    } finally {
      const milliseconds = performance.now() - began;
      if (milliseconds > slowMilliseconds) onSlow(text, milliseconds);
    }
  };
}

/**
 * What a transaction does is found by keys, whatever the values are: its statements are planned once a connection.
 * PostgreSQL would plan each anew that is given a short array, as it takes one of unknown length to have ten elements
 * (manual, 19.7.4 "plan_cache_mode"), and planning costs more than all the rest. A plan made while a table was small
 * must not read all of it when it is large.
 */
const begin = "begin; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off";

async function transaction<T>(pool: pg.Pool, run: typeof rows, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work({ inTransaction: true, rows: (text, values) => run(client, text, values) });
    await commit(client);
    return result;
  } catch (error) {
    if (error instanceof CommitUnknown || isSilence(error)) broken = error as Error;
    else await client.query("rollback").catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  try {
    await client.query("commit");
  } catch (error) {
    if (isServerError(error) || wasNeverSent(error)) throw error;
    throw new CommitUnknown("connection lost during commit", { cause: error });
  }
}

/** Whether the connection was known to be broken before the statement could go out. */
const wasNeverSent = (error: unknown): boolean => /not queryable/.test((error as Error).message);

/** Whether no answer came for longer than any statement may take. */
const isSilence = (error: unknown): boolean =>
  error instanceof CommitUnknown
    ? isSilence(error.cause)
    : /Query read timeout/.test((error as Error)?.message);

/** Whether the database itself answered with an error, so that the transaction surely came to nothing. */
export function isServerError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && !error.code?.startsWith("57P");
}

/** Whether the database could not be reached, or had no time or room for us, as opposed to refusing what was asked. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof CommitUnknown) return false;
  if (error instanceof pg.DatabaseError) return /^(57|53|08|55P03)/.test(error.code ?? "");
  const text =
    error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ""} ${error.message}` : "";
  return /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Query read timeout|Connection terminated|not queryable|timeout exceeded when trying to connect/.test(
    text,
  );
}
