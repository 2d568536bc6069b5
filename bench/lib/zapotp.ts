import { createAccount } from "../../src/domain/accounts/create-account.ts";
import type { NewNumber } from "../../src/domain/numbers/number.ts";
import { insertNumbers } from "../../src/domain/numbers/sql.ts";
import { createSource } from "../../src/domain/sources/create-source.ts";
import { systemClock } from "../../src/kit/clock.ts";
import { openDb, type Db } from "../../src/kit/db.ts";
import { createLog } from "../../src/kit/log.ts";
import { createSealer } from "../../src/kit/seal.ts";
import type { Bench } from "./bench.ts";
import { rawRequest } from "./connection.ts";
import type { Sender } from "./senders.ts";
import { encryptionKey, startServer, type Server } from "./server.ts";
import { stopLater } from "./teardown.ts";

/** The pool for the provider global that the first start creates (domain/pools/make-first-pools.ts). */
const standardPool = 1;
const accountCount = 8;
const numbersAtOnce = 10_000;
/** More than any figure spends. */
const balanceMinor = 1_000_000_000_000;
const prefix = "/account/api/v1";

/** The server as shipped, on a separate database. */
export interface Zapotp extends Omit<Server, "stop"> {
  /** For every process. */
  ports: number[];
  db: Db;
  accounts: { walletId: number; key: string }[];
  /** Imports this many more numbers. */
  stock(count: number): Promise<void>;
  /** The path of a new source for this sender. */
  addSource(sender: Pick<Sender, "kind" | "settings">): Promise<string>;
  stop(): Promise<void>;
}

/**
 * `more`: processes besides the first on the same database; `settings`: settings that differ from those of every
 * figure.
 */
export async function startZapotp(
  bench: Bench,
  name: string,
  { more = 0, settings = {} }: { more?: number; settings?: Record<string, string> } = {},
): Promise<Zapotp> {
  const connectionString = await bench.postgres.createDatabase(name);
  const servers = [await startServer(bench, name, connectionString, settings)];
  for (let place = 1; place <= more; place++)
    servers.push(await startServer(bench, `${name}-${place}`, connectionString, settings));
  const [first] = servers as [Server];
  const db = openDb({ connectionString, log: createLog("silent"), maxConnections: 2 });
  const closeDb = stopLater(`connections to ${name}`, () => db.end());
  const deps = { db, clock: systemClock, sealer: createSealer(Buffer.from(encryptionKey, "hex")) };
  let stocked = 0;
  return {
    port: first.port,
    ports: servers.map(({ port }) => port),
    process: first.process,
    memory: first.memory,
    db,
    accounts: await createAccounts(db),
    async stock(count) {
      const numbers = Array.from({ length: count }, () => usNumber(stocked++));
      while (numbers.length > 0) {
        const some = numbers.splice(0, numbersAtOnce);
        await db.transaction((tx) => insertNumbers(tx, standardPool, some, systemClock.now()));
      }
      await db.rows(`analyze numbers`); // As autovacuum would within a minute.
    },
    async addSource({ kind, settings: own }) {
      const { id, token } = await createSource(deps, { kind, name: "bench", settings: own, actor: "bench" });
      return `/in/${kind}/${id}/${token}`;
    },
    async stop() {
      await closeDb();
      for (const { stop } of servers) await stop();
    },
  };
}

async function createAccounts(db: Db): Promise<Zapotp["accounts"]> {
  const accounts = [];
  for (let place = 1; place <= accountCount; place++) {
    const input = {
      username: `bench${place}`,
      currency: "NGN",
      lowBalanceMinor: 0,
      balanceMinor,
      actor: "bench",
    };
    const { accountId, liveKey } = await createAccount({ db, clock: systemClock }, input);
    const [wallet] = await db.rows<{ id: number }>(
      `select id from wallets where account_id = $1 and mode = 'live'`,
      [accountId],
    );
    accounts.push({ walletId: wallet?.id ?? 0, key: liveKey });
  }
  return accounts;
}

function usNumber(index: number): NewNumber {
  const number = String(12_000_000_000 + index);
  return { number, country: "US", areaCode: number.slice(1, 4), lineType: "mobile" };
}

/** A request to the API as sent over the wire. */
export function apiRequest(method: string, path: string, key: string, body?: object): string {
  return rawRequest(method, prefix + path, { authorization: `Bearer ${key}` }, body && JSON.stringify(body));
}
