import pg from "pg";
import type { Logger } from "./log.ts";

/** Runs SQL. A use case that must change several things takes a `Tx`, which only `transaction` hands out. */
export interface Queryable {
  rows<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}
export interface Tx extends Queryable {
  readonly inTransaction: true;
}
export interface Db extends Queryable {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** Thrown when the connection broke while a commit was under way: nobody knows what came of it. */
export class CommitUnknown extends Error {}

// bigint columns are ids and minor units, far below 2^53; a value that is not is a fault to be seen.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`);
  return value;
});

export interface DbOptions {
  connectionString: string;
  log: Logger;
  maxConnections?: number;
}

export function openDb({ connectionString, log, maxConnections = 12 }: DbOptions): Db {
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    application_name: "zapotp",
    options: "-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000",
  });
  // A connection that breaks is replaced by the pool; without a listener, at every moment of its life, it would end the
  // process: the pool has its own only while the connection is idle.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", (error) => {
    if (!pool.ending) log.warn({ err: error }, "an idle database connection broke");
  });
  return {
    rows: (text, values) => rows(pool, text, values),
    transaction: (work) => transaction(pool, work),
    end: () => pool.end(),
  };
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
  const result = await runner.query({ name: statementName(text), text, values });
  return result.rows as Row[];
}

async function transaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const result = await work({ inTransaction: true, rows: (text, values) => rows(client, text, values) });
    await commit(client);
    return result;
  } catch (error) {
    if (error instanceof CommitUnknown) broken = error;
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

/** Whether the database itself answered with an error, so that the transaction surely came to nothing. */
export function isServerError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && !error.code?.startsWith("57P");
}

/** Whether the database could not be reached at all, as opposed to refusing what was asked. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof CommitUnknown) return false;
  if (error instanceof pg.DatabaseError) return /^(57P|53|08)/.test(error.code ?? "");
  const text =
    error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ""} ${error.message}` : "";
  return /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|Connection terminated|not queryable|timeout exceeded when trying to connect/.test(
    text,
  );
}
