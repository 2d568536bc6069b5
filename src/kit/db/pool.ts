import pg from "pg";
import type { Logger } from "../log.ts";
import { findPoolingAt } from "./connect.ts";
import { Abandoned, isReadOnly, isShuffled, isSilence, OnlyReadable } from "./errors.ts";
import type { Pooling } from "./pooling.ts";
import { connectMilliseconds, goOnFrom, serversOf, type Servers } from "./servers.ts";
import { endSilent } from "./silence.ts";
import { openSession, type Limits, type Session } from "./session.ts";

export interface PoolOptions {
  connectionString: string;
  log: Logger;
  maxConnections: number;
  limits: Limits;
}

/** The number of connections, of idle ones, and of statements that wait for one. */
export interface Connections {
  open: number;
  idle: number;
  waiting: number;
}

/** Everything that concerns a process' connections as a whole. */
export interface Connecting {
  /** Replaces every connection, because the existing ones were found dead. Statements running on them fail. */
  renew(): void;
  /**
   * For a process that stops: from now on a connection is dropped if the database has not answered on it for this
   * long. Whatever waits on it fails, and so does everything that needs a new connection after that.
   */
  abandonWhenSilent(milliseconds: number): void;
  connections(): Connections;
  /** What is between us and PostgreSQL, according to the newest connection. */
  pooling(): Pooling;
  /** Whether the last attempt found only servers that do not accept writes. */
  isOnlyReadable(): boolean;
  end(): Promise<void>;
}

export interface Pool extends Connecting {
  /**
   * Lends a connection for some work; if it turns out to lead to an unusable server, it and all others are discarded.
   */
  use<T>(work: (client: pg.PoolClient, session: Session) => Promise<T>): Promise<T>;
}

/** The server would have ended a statement by then: if there is no answer, the connection is dead. */
const graceMilliseconds = 5_000;
/** How long to wait for a connection while all are in use. */
const waitMilliseconds = 10_000;
/** However many connections lead to a server that became read-only, they are replaced at most this often. */
const replaceMilliseconds = 1_000;

/** With the generation that the connection belongs to: only those of the latest are lent. */
type Held = Session & { generation: number };

export function openPool({ connectionString, log, maxConnections, limits }: PoolOptions): Pool {
  const servers = serversOf(connectionString);
  const { pool, clients } = createPool(servers, { maxConnections, limits, log }, () => abandoned);
  const sessions = new WeakMap<pg.ClientBase, Held>();
  const lent = new Set<pg.ClientBase>();
  let poolingAt = rememberPoolings(servers, log);
  let generation = 0;
  let replacedAt = -Infinity;
  let last: Pooling = "none";
  let onlyReadable = false;
  let abandoned = false;
  let ending = false;
  let stopLooking = (): void => {};

  async function lend(): Promise<pg.PoolClient> {
    let goOn: ReturnType<typeof goOnFrom> | undefined;
    for (;;) {
      if (abandoned) throw new Abandoned("the process stops");
      const server = servers.current();
      try {
        const client = await pool.connect();
        const session = sessions.get(client);
        if (session?.generation === generation) return client;
        if (!session) return await prepare(client);
        client.release(true);
      } catch (error) {
        if (abandoned) continue;
        onlyReadable = error instanceof OnlyReadable || (goOn !== undefined && onlyReadable);
        goOn ??= goOnFrom(servers);
        goOn(server, error);
      }
    }
  }

  async function prepare(client: pg.PoolClient): Promise<pg.PoolClient> {
    const began = generation;
    try {
      const session = await openSession(client, {
        limits,
        mustWrite: servers.mustWrite,
        milliseconds: connectMilliseconds(servers),
        findPooling: () => poolingAt((client as unknown as Client).server),
      });
      sessions.set(client, Object.assign(session, { generation: began }));
      [last, onlyReadable] = [session.pooling, false];
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }

  /** From now on, connections made earlier are no longer lent. */
  function replace(): void {
    generation++;
    replacedAt = performance.now();
    poolingAt = rememberPoolings(servers, log);
  }

  function renew(): void {
    replace();
    // Including those that wait for an answer; connections that are still being opened already belong to the new
    // generation.
    for (const client of clients) if (sessions.has(client)) client.end().catch(() => {});
  }

  function learnFrom(error: unknown, session: Held): void {
    if (session.generation !== generation) return;
    if (isSilence(error)) {
      log.warn("the database did not answer; its connections are given up for new ones");
      renew();
    }
    if (!isReadOnly(error) && !isShuffled(error)) return;
    session.isBroken = true;
    if (performance.now() - replacedAt < replaceMilliseconds) return;
    const why = isReadOnly(error) ? "the database takes no writes" : "a pooler shuffles connections";
    log.warn(`${why}; its connections are given up for new ones`);
    replace();
  }

  return {
    async use(work) {
      const client = await lend();
      const session = sessions.get(client) as Held;
      session.isAhead = false;
      lent.add(client);
      try {
        return await work(client, session);
      } catch (error) {
        learnFrom(error, session);
        throw error;
      } finally {
        lent.delete(client);
        client.release(session.isBroken);
      }
    },
    renew,
    abandonWhenSilent(milliseconds) {
      const isIdle = (client: pg.Client): boolean => sessions.has(client) && !lent.has(client);
      const isWaited = (client: pg.Client): boolean => ending || !isIdle(client);
      stopLooking = endSilent({ clients, isWaited, milliseconds }, () => {
        if (!abandoned) log.warn("the database does not respond; its pending statements are abandoned");
        abandoned = true;
      });
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    pooling: () => last,
    isOnlyReadable: () => onlyReadable,
    async end() {
      ending = true;
      await pool.end().finally(stopLooking);
    },
  };
}

type Client = pg.Client & { readonly server: string };

/** The driver's pool, whose connections go to whichever server is current when they are opened. */
function createPool(
  servers: Servers,
  { maxConnections: max, limits: { statementMilliseconds }, log }: Omit<PoolOptions, "connectionString">,
  isAbandoned: () => boolean,
): { pool: pg.Pool; clients: Set<pg.Client> } {
  const clients = new Set<pg.Client>(); // Including those still being opened.
  class ServerClient extends pg.Client {
    readonly server: string;
    constructor(config: pg.ClientConfig) {
      const server = servers.current();
      const connectionTimeoutMillis = isAbandoned() ? 1 : connectMilliseconds(servers);
      super({ ...config, connectionString: server, connectionTimeoutMillis });
      this.server = server;
      clients.add(this);
      this.once("end", () => clients.delete(this));
    }
  }
  const pool = new pg.Pool({
    max,
    connectionTimeoutMillis: waitMilliseconds,
    query_timeout: statementMilliseconds + graceMilliseconds,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: "zapotp",
    Client: ServerClient as unknown as new () => pg.ClientBase,
  });
  // The pool replaces a connection that breaks; but without a listener at every moment its error would end the
  // process, and the pool only has one while the connection is idle.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", (error) => {
    if (!pool.ending) log.warn({ err: error }, "an idle database connection broke");
  });
  return { pool, clients };
}

const about: Record<Pooling, string> = {
  none: "nothing stands between us and PostgreSQL",
  session: "a pooler in session mode stands before PostgreSQL",
  transaction: "a pooler in transaction mode stands before PostgreSQL; it tracks prepared statements",
  transaction_unprepared:
    "a pooler in transaction mode stands before PostgreSQL and tracks no prepared statements, so each is planned anew: set max_prepared_statements (PgBouncer 1.21 or newer), or use session mode",
};

/** Determines once for each server what is in front of it, and logs it. */
function rememberPoolings(servers: Servers, log: Logger): (server: string) => Promise<Pooling> {
  const known = new Map<string, Promise<Pooling>>();
  return (server) => {
    const asked = known.get(server) ?? findPoolingAt(servers, server);
    if (known.has(server)) return asked;
    known.set(server, asked);
    asked.then(
      (found) => log[found === "transaction_unprepared" ? "warn" : "info"](about[found]),
      () => known.delete(server),
    );
    return asked;
  };
}
