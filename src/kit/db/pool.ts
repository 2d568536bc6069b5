import pg from "pg";
import type { Connections } from "../db.ts";
import type { Logger } from "../log.ts";
import { connectTo } from "./connect.ts";
import { isReadOnly, isShuffled, isSilence, OnlyReadable, Unreachable } from "./errors.ts";
import { findPooling, type Pooling } from "./pooling.ts";
import { connectMilliseconds, onSomeServer, serversOf } from "./servers.ts";
import { openSession, type Limits, type Session } from "./session.ts";

export interface PoolOptions {
  connectionString: string;
  log: Logger;
  maxConnections: number;
  limits: Limits;
}

export interface Pool {
  /** Lends a connection for some work; where it turns out to lead nowhere good, it and all others are not used again. */
  use<T>(work: (client: pg.PoolClient, session: Session) => Promise<T>): Promise<T>;
  /** Gives up every connection for new ones, also those in use, which fail. */
  renew(): void;
  /** As `renew`, and makes no new ones. */
  abandon(): void;
  connections(): Connections;
  pooling(): Pooling;
  isOnlyReadable(): boolean;
  end(): Promise<void>;
}

/** The server has ended a statement by then: one without an answer was sent into a connection that is dead. */
const graceMilliseconds = 5_000;
/** For how long a connection is waited for while all are in use. */
const waitMilliseconds = 10_000;
/** However many connections lead to a server that takes no writes any more, new ones are made no more often. */
const replaceMilliseconds = 1_000;

const about: Record<Pooling, string> = {
  none: "nothing stands between us and PostgreSQL",
  session: "a pooler in session mode stands before PostgreSQL",
  transaction: "a pooler in transaction mode stands before PostgreSQL; it tracks prepared statements",
  transaction_unprepared:
    "a pooler in transaction mode stands before PostgreSQL and tracks no prepared statements, so each is planned anew: set max_prepared_statements (PgBouncer 1.21 or newer), or use session mode",
};

export function openPool({ connectionString, log, maxConnections, limits }: PoolOptions): Pool {
  const servers = serversOf(connectionString);
  const milliseconds = connectMilliseconds(servers);
  const sessions = new WeakMap<pg.ClientBase, Session & { generation: number }>();
  const clients = new Set<Client>();
  const poolings = new Map<string, Promise<Pooling>>();
  let generation = 0;
  let replacedAt = -Infinity;
  let last: Pooling = "none";
  let onlyReadable = false;
  let abandoned = false;

  /** Goes to the server that is the current one when the pool makes it. */
  class Client extends pg.Client {
    readonly server: string;
    constructor(config: pg.ClientConfig) {
      const server = servers.current();
      super({ ...config, connectionString: server, connectionTimeoutMillis: milliseconds });
      this.server = server;
    }
  }

  const pool = new pg.Pool({
    max: maxConnections,
    connectionTimeoutMillis: waitMilliseconds,
    query_timeout: limits.statementMilliseconds + graceMilliseconds,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: "zapotp",
    Client: Client as unknown as new () => pg.ClientBase,
  });
  // A connection that breaks is replaced by the pool; without a listener, at every moment of its life, it would end the
  // process: the pool has its own only while the connection is idle.
  pool.on("connect", (client) => clients.add(client.on("error", () => {}) as unknown as Client));
  pool.on("remove", (client) => clients.delete(client as unknown as Client));
  pool.on("error", (error) => {
    if (!pool.ending) log.warn({ err: error }, "an idle database connection broke");
  });

  const poolingOf = (server: string): Promise<Pooling> => {
    const known = poolings.get(server);
    if (known) return known;
    const asked = findPooling(() =>
      connectTo(servers, {
        connectionString: server,
        application_name: "zapotp",
        query_timeout: milliseconds,
      }),
    );
    asked.then(
      (found) => log[found === "transaction_unprepared" ? "warn" : "info"](about[found]),
      () => poolings.delete(server),
    );
    poolings.set(server, asked);
    return asked;
  };

  async function acquire(): Promise<pg.PoolClient> {
    for (;;) {
      if (abandoned) throw new Unreachable("the process stops");
      const client = await pool.connect();
      const session = sessions.get(client);
      if (session?.generation === generation) return client;
      try {
        if (!session) return await prepare(client);
      } catch (error) {
        client.release(error as Error);
        throw error;
      }
      client.release(true);
    }
  }

  async function prepare(client: pg.PoolClient): Promise<pg.PoolClient> {
    const began = generation;
    const session = await openSession(client, {
      limits,
      mustWrite: servers.mustWrite,
      milliseconds,
      findPooling: () => poolingOf((client as unknown as Client).server),
    });
    last = session.pooling;
    sessions.set(client, Object.assign(session, { generation: began }));
    return client;
  }

  async function lend(): Promise<pg.PoolClient> {
    try {
      const client = await onSomeServer(servers, acquire);
      onlyReadable = false;
      return client;
    } catch (error) {
      onlyReadable = error instanceof OnlyReadable;
      throw error;
    }
  }

  /** From now on no connection is lent that was made before. */
  function replace(): void {
    generation++;
    replacedAt = performance.now();
    poolings.clear();
  }

  function renew(): void {
    replace();
    for (const client of clients) client.end().catch(() => {}); // Those that wait for an answer as well.
  }

  function learnFrom(error: unknown, session: Session & { generation: number }): void {
    if (session.generation !== generation) return;
    if (isSilence(error)) {
      log.warn("the database did not answer; its connections are given up for new ones");
      renew();
    }
    if (!isReadOnly(error) && !isShuffled(error)) return;
    session.isBroken = true;
    if (performance.now() - replacedAt < replaceMilliseconds) return;
    const why = isReadOnly(error)
      ? "the database takes no writes"
      : "a pooler gives connections by transaction";
    log.warn(`${why}; its connections are given up for new ones`);
    replace();
  }

  return {
    async use(work) {
      const client = await lend();
      const session = sessions.get(client) as Session & { generation: number };
      session.isAhead = false;
      try {
        return await work(client, session);
      } catch (error) {
        learnFrom(error, session);
        throw error;
      } finally {
        client.release(session.isBroken);
      }
    },
    renew,
    abandon() {
      abandoned = true;
      renew();
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    pooling: () => last,
    isOnlyReadable: () => onlyReadable,
    end: () => pool.end(),
  };
}
