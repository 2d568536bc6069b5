import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createAccount } from "../../src/domain/accounts/create-account.ts";
import { insertPool } from "../../src/domain/pools/sql.ts";
import { insertNumbers } from "../../src/domain/numbers/sql.ts";
import { createSource } from "../../src/domain/sources/create-source.ts";
import { systemClock } from "../../src/kit/clock.ts";
import { openDb, type Db } from "../../src/kit/db.ts";
import { createLog } from "../../src/kit/log.ts";
import { findRunningPostgres } from "../../src/kit/postgres-server/find.ts";
import { freePort } from "../../src/kit/postgres-server/port.ts";
import { createSealer, type Sealer } from "../../src/kit/seal.ts";
import { stopLater } from "../../bench/lib/teardown.ts";
import { startReplicas, type Replicas } from "../helpers/replicas.ts";
import { standardPool } from "../helpers/stock.ts";
import { createClient, type Client } from "./ask.ts";
import { postmasterIn, startOwnPostgres } from "../helpers/own-postgres.ts";
import { follow, type Follower } from "./follower.ts";
import { startPeer, supplierSeconds, type Peer } from "./peer.ts";
import { startProxy, type Proxy } from "../helpers/tcp-proxy.ts";
import { newRecord, type Account, type Record } from "./record.ts";
import { createServer, type Ended, type Server } from "./server.ts";

/** Everything that a round works with. */
export interface World {
  folder: string;
  /** The driver's own connection to the database, which bypasses the proxy. */
  db: Db;
  connectionString: string;
  postmaster(): number;
  /** Null if the server runs its own database, or is given two. */
  proxy: Proxy | null;
  /** The primary and its standby; null in most worlds. */
  replicas: Replicas | null;
  servers: Server[];
  client: Client;
  accounts: Account[];
  followers: Follower[];
  /** The supplier of the provider `usa`; `global` is our own inventory. */
  peer: Peer;
  /** The path to which messages are delivered. */
  source: string;
  record: Record;
  /** Opens what the servers sealed. */
  sealer: Sealer;
  /** Imports enough numbers that a round does not use them up; few enough that services share some. */
  keepStock(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  folder: string;
  /** One server with its own database, as with `npm start`; otherwise `servers` on the driver's PostgreSQL. */
  embedded?: boolean;
  servers?: number;
  /** A PostgreSQL with a synchronous standby; the servers are given both. */
  replicated?: boolean;
  accounts?: number;
  settings?: { [name: string]: string };
  /** Where the driver's PostgreSQL keeps its data, if not in the world's folder. */
  postgresFolder?: string;
  /** A module that the servers preload. */
  preload?: string;
  /** Does not wait for the disk. */
  isFast?: boolean;
}

const encryptionKey = "5a".repeat(32);
/** A number serves two orders in total: one for each service. */
const stockAhead = 3_000;

/** Short windows, so that orders expire in every round; numbers rest longer than the driver runs. */
const usual = {
  RATE_LIMIT: "0",
  SANDBOX_LIMIT: "0",
  OVERLOAD_MILLISECONDS: "0", // The driver requests more than the machine can do, and wants to see all of it.
  MAX_OPEN_ORDERS: "1000000",
  CANCEL_LOCK_SECONDS: "0",
  TRIES_PER_POOL: "0",
  ACTIVATION_SECONDS: "6",
  REUSE_SECONDS: "86400",
  SUPPLIER_SECONDS: String(supplierSeconds),
  SANDBOX_MESSAGE_SECONDS: "1",
  PARTS_SECONDS: "3", // Shorter than many faults: parts are handed over both alone and complete.
  LOG_LEVEL: "error",
  ENCRYPTION_KEY: encryptionKey,
};

export async function startWorld(options: WorldOptions): Promise<World> {
  const { folder, embedded = false, replicated = false, servers: count = embedded ? 1 : 2 } = options;
  const home = join(folder, "home"); // No .env is read here.
  const dataDir = join(folder, "data");
  mkdirSync(home, { recursive: true });
  const record = newRecord();
  const replicas = replicated ? await startReplicas(folder) : null;
  const stopReplicas = replicas && stopLater("primary and standby", () => replicas.stop());
  const own =
    embedded || replicated ? null : await startOwnPostgres(options.postgresFolder ?? folder, options.isFast);
  const target = own && new URL(own.connectionString);
  const proxy = target && (await startProxy({ host: target.hostname, port: Number(target.port) }));
  if (proxy) stopLater("the proxy", () => proxy.close());
  if (target && proxy) target.port = String(proxy.port);
  const databaseUrl = target?.href ?? replicas?.connectionString;
  const peer = await startPeer();
  const closePeer = stopLater("the supplier", () => peer.close());

  const env = {
    ...usual,
    DATA_DIR: dataDir,
    PEER_URL: peer.url,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...options.settings,
  };
  const servers: Server[] = [];
  for (let place = 0; place < count; place++) {
    // An error, but no reason to leave it down: whoever runs it would restart it.
    const onEnd = ({ code, signal, printed }: Ended): void => {
      record.violations.push(`a server ended by itself with ${code ?? signal}: ${printed}`);
      setTimeout(() => void server.start().catch(() => {}), 500);
    };
    const server = createServer(await freePort(0), home, env, onEnd, options.preload);
    servers.push(server);
  }
  for (const server of servers) await server.start();

  const connectionString =
    own?.connectionString ??
    replicas?.connectionString ??
    (findRunningPostgres(join(dataDir, "postgres")) as string);
  const db = openDb({ connectionString, log: createLog("silent"), maxConnections: 4 });
  const closeDb = stopLater("the driver's connections", () => db.end());
  const deps = { db, clock: systemClock, sealer: createSealer(Buffer.from(encryptionKey, "hex")) };
  const ports = (): number[] => servers.map(({ port }) => port);
  const client = createClient(ports, () => servers.some((server) => server.isStarting()), record);
  const accounts = await createAccounts(db, options.accounts ?? 4);
  await createPools(db);
  const source = await createSource(deps, {
    kind: "generic",
    name: "faults",
    settings: {
      fields: { partReference: "ref", partTotal: "total", partNumber: "part" },
      auth: { kind: "none" },
    },
    actor: "test",
  });
  const followers = accounts.map((account) => follow(ports, account, record));
  const stopFollowing = stopLater("the event streams", async () => followers.forEach((each) => each.stop()));
  let stocked = 0;
  const world: World = {
    folder,
    db,
    connectionString,
    postmaster: own?.postmaster ?? (() => postmasterIn(join(dataDir, "postgres"))),
    proxy,
    replicas,
    servers,
    client,
    accounts,
    followers,
    peer,
    source: `/in/generic/${source.id}/${source.token}`,
    record,
    sealer: deps.sealer,
    async keepStock() {
      const more = Math.round(record.orders.size / 2) + stockAhead - stocked;
      if (more <= 0) return;
      const numbers = Array.from({ length: more }, () => String(12_000_000_000 + stocked++));
      const rows = numbers.map((number) => ({
        number,
        country: "US",
        areaCode: number.slice(1, 4),
        lineType: "mobile",
      }));
      await db.transaction((tx) => insertNumbers(tx, standardPool, rows, systemClock.now()));
    },
    async close() {
      await stopFollowing();
      client.close();
      for (const server of servers) if (server.isRunning()) await server.stop();
      await closePeer();
      await closeDb();
      await own?.stop();
      await stopReplicas?.();
      await proxy?.close();
    },
  };
  return world;
}

/** Each with a live and a test wallet, both of which are used. */
async function createAccounts(db: Db, count: number): Promise<Account[]> {
  const accounts: Account[] = [];
  for (let place = 1; place <= count; place++) {
    const name = `faults${place}`;
    const { accountId, liveKey, testKey } = await createAccount(
      { db, clock: systemClock },
      {
        username: name,
        currency: place % 2 ? "NGN" : "USD",
        lowBalanceMinor: 0,
        balanceMinor: 1_000_000_000_000,
        actor: "test",
      },
    );
    for (const [mode, key] of [
      ["live", liveKey],
      ["test", testKey],
    ] as const) {
      const [wallet] = await db.rows<{ id: number }>(
        `select id from wallets where account_id = $1 and mode = $2`,
        [accountId, mode],
      );
      accounts.push({ name, key, mode, walletId: wallet?.id ?? 0 });
    }
  }
  return accounts;
}

/** Two at the same supplier: if the first gives nothing, the second is tried. */
async function createPools(db: Db): Promise<void> {
  const pool = {
    mode: "live",
    provider: "usa",
    supplier: "peer",
    lateMessages: "free",
    costMinor: 0,
  } as const;
  for (const [name, priceMinor] of [
    ["Peer", 10_000],
    ["Peer again", 20_000],
  ] as const)
    await db.transaction((tx) => insertPool(tx, { ...pool, name, priceMinor }, systemClock.now()));
}
