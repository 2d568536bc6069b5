import type pg from "pg";
import { OnlyReadable } from "./errors.ts";
import { isDirect, isShared, type Pooling } from "./pooling.ts";

/** The server cancels a statement after this time. */
export interface Limits {
  statementMilliseconds: number;
  lockMilliseconds: number;
  idleInTransactionMilliseconds: number;
}

/** The state of a connection that we track. */
export interface Session {
  readonly pooling: Pooling;
  /** A commit was acknowledged although the standby that must have it first did not confirm it. */
  isAhead: boolean;
  /** Its connection must not be used again. */
  isBroken: boolean;
}

/**
 * The settings that everything relies on; they are set in SQL, because poolers reject others at the start of a
 * connection.
 */
export const settings = (limits: Limits, isLocal: boolean): string =>
  [
    "timezone = 'UTC'",
    `statement_timeout = ${limits.statementMilliseconds}`,
    `lock_timeout = ${limits.lockMilliseconds}`,
    `idle_in_transaction_session_timeout = ${limits.idleInTransactionMilliseconds}`,
  ]
    .map((setting) => `set ${isLocal ? "local " : ""}${setting}`)
    .join("; ");

export interface SessionOptions {
  limits: Limits;
  /** Throws OnlyReadable if the server does not accept writes. */
  mustWrite: boolean;
  /** How long the server may take to answer. */
  milliseconds: number;
  /** Called if there is a pooler; returns how it works. */
  findPooling: () => Promise<Pooling>;
}

/** Checks a connection that was just opened, and sets it up. */
export async function openSession(client: pg.ClientBase, options: SessionOptions): Promise<Session> {
  const { limits, mustWrite, milliseconds, findPooling } = options;
  const { pid, readOnly } = await lookAt(client, milliseconds);
  if (readOnly && mustWrite) throw new OnlyReadable("takes no writes, as a standby");
  const pooling = isDirect(client, pid) ? "none" : await findPooling();
  // If connections are shared, these settings would affect others as well, so each transaction sets them for itself.
  if (!isShared(pooling)) await ask(client, settings(limits, false), milliseconds);
  const session: Session = { pooling, isAhead: false, isBroken: false };
  client.on("notice", ({ routine }) => {
    // The wait for a synchronous standby was cancelled, after which the commit counts as done (PostgreSQL: syncrep.c).
    if (routine === "SyncRepWaitForLSN") session.isAhead = true;
  });
  return session;
}

async function lookAt(
  client: pg.ClientBase,
  milliseconds: number,
): Promise<{ pid: number; readOnly: boolean }> {
  const { rows } = await ask<{ pid: number; readOnly: boolean }>(
    client,
    `select pg_backend_pid() as pid, current_setting('transaction_read_only')::boolean as "readOnly"`,
    milliseconds,
  );
  return rows[0] as { pid: number; readOnly: boolean };
}

const ask = <Row extends pg.QueryResultRow>(
  client: pg.ClientBase,
  text: string,
  milliseconds: number,
): Promise<pg.QueryResult<Row>> => client.query<Row>({ text, query_timeout: milliseconds } as pg.QueryConfig);
