import type { Agent } from "node:https";
import { createApp, type App } from "../../src/app/app.ts";
import { readConfig, type Config } from "../../src/config.ts";
import { createAccount, type CreatedAccount } from "../../src/domain/accounts/create-account.ts";
import { createLog } from "../../src/kit/log.ts";
import { createSealer, type Sealer } from "../../src/kit/seal.ts";
import type { Supplier } from "../../src/domain/suppliers/supplier.ts";
import type { Db } from "../../src/kit/db.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createTestDatabase } from "./postgres.ts";

export interface TestApp {
  /** http://127.0.0.1:PORT */
  url: string;
  db: Db;
  app: App;
  clock: TestClock;
  sealer: Sealer;
  connectionString: string;
  encryptionKey: string;
  /** A new account with two keys. */
  account(balanceMinor?: number): Promise<CreatedAccount & { username: string }>;
  /** A second app on the same database, like a second server process, whose clock shows the same time. */
  sibling(): Promise<TestApp>;
  close(): Promise<void>;
}

/** Fixed, so that a CLI or a second process started by a test can open what the app sealed. */
const encryptionKey = "5a".repeat(32);
let accounts = 0;

/** The program as shipped, on a real database and a free port; `settings` as in the environment. */
export async function startTestApp(
  settings: Record<string, string> = {},
  shared?: Pick<TestApp, "connectionString"> & Partial<Pick<TestApp, "clock">>,
  pagesFolder: string | null = null,
  suppliers: Supplier[] = [],
  pushAgent?: Agent,
): Promise<TestApp> {
  const database = shared
    ? { connectionString: shared.connectionString, drop: async () => {} }
    : await createTestDatabase();
  const { connectionString } = database;
  const config: Config = readConfig({
    LOG_LEVEL: "error",
    PORT: "0",
    RATE_LIMIT: "0",
    SANDBOX_LIMIT: "0",
    OVERLOAD_MILLISECONDS: "0", // The machine that runs the tests may be busy.
    CANCEL_LOCK_SECONDS: "0",
    SANDBOX_MESSAGE_SECONDS: "0",
    ...settings,
  });
  const clock = shared?.clock ?? createTestClock();
  const sealer = createSealer(Buffer.from(encryptionKey, "hex"));
  const log = createLog(config.LOG_LEVEL);
  const app = await createApp({
    config,
    connectionString,
    listenConnectionString: config.DATABASE_LISTEN_URL || connectionString,
    log,
    clock,
    sealer,
    pagesFolder,
    anchorFile: null,
    suppliers,
    ...(pushAgent ? { pushAgent } : {}),
  });
  const url = await app.listen(config.HOST, config.PORT);
  const siblings: TestApp[] = [];
  let closed = false;
  const self: TestApp = {
    url,
    db: app.db,
    app,
    clock,
    sealer,
    connectionString,
    encryptionKey,
    async account(balanceMinor = 0) {
      const username = `user${++accounts}-${process.pid}`;
      const input = {
        username,
        currency: config.CURRENCY,
        lowBalanceMinor: config.LOW_BALANCE,
        balanceMinor,
        actor: "test",
      };
      return { username, ...(await createAccount({ db: app.db, clock }, input)) };
    },
    async sibling() {
      const sibling = await startTestApp(settings, self, pagesFolder, suppliers);
      siblings.push(sibling);
      return sibling;
    },
    async close() {
      for (const sibling of siblings) await sibling.close();
      if (closed) return;
      closed = true;
      await app.close();
      await database.drop();
    },
  };
  return self;
}
