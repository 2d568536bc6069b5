import type pg from "pg";
import { OnlyReadable } from "./errors.ts";
import { isDirect, isShared, type Pooling } from "./pooling.ts";

/** After which the server gives up what we asked of it. */
export interface Limits {
  statementMilliseconds: number;
  lockMilliseconds: number;
  idleInTransactionMilliseconds: number;
}

/** A connection's state, as far as we care. */
export interface Session {
  readonly pooling: Pooling;
  /** A commit was answered although the standby that should have it first did not say so. */
  isAhead: boolean;
  /** Its connection is not to be used again. */
  isBroken: boolean;
}

/** How to say the settings that everything relies on; they are said in SQL, as poolers refuse others at the start. */
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
  /** Told that a pooler stands between; returns what it does. */
  findPooling: () => Promise<Pooling>;
}

/** Looks at a connection that was just made, and sets it up. */
export async function openSession(client: pg.ClientBase, options: SessionOptions): Promise<Session> {
  const { limits, mustWrite, milliseconds, findPooling } = options;
  const { pid, readOnly } = await lookAt(client, milliseconds);
  if (readOnly && mustWrite) throw new OnlyReadable("takes no writes, as a standby");
  const pooling = isDirect(client, pid) ? "none" : await findPooling();
  // Where connections are shared this would be said to others as well: each transaction says it for itself.
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
