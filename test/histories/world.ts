import { createMetrics } from "../../src/http/metrics/metrics.ts";
import { openShop, type Shop } from "../../src/app/shop.ts";
import { readConfig } from "../../src/config.ts";
import { createAccount } from "../../src/domain/accounts/create-account.ts";
import { insertNumbers } from "../../src/domain/numbers/sql.ts";
import { orderIds, type OrderIds } from "../../src/domain/orders/order-ids.ts";
import { insertPool } from "../../src/domain/pools/sql.ts";
import { createSource } from "../../src/domain/sources/create-source.ts";
import type { Supplier } from "../../src/domain/suppliers/supplier.ts";
import { createLog } from "../../src/kit/log.ts";
import { createSealer } from "../../src/kit/seal.ts";

/** A renter: an account and its live wallet. */
export interface Renter {
  accountId: number;
  walletId: number;
}

export interface World {
  shop: Shop;
  /** Three for each of the groups that histories share. */
  renters: Renter[];
  sourceId: number;
  orderIds: OrderIds;
  /** A pool for each history, first of our own numbers and then of suppliers'. */
  pools: number[];
  serviceIds: Map<string, number>;
  now(): Date;
  advance(seconds: number): void;
  /** Gives the histories numbers that nobody has had; returns them. */
  newNumbers(counts: number[], supplied: number[]): Promise<string[][]>;
  close(): Promise<void>;
}

/** Other work may leave no CPU time for this one: it tests correctness, not speed. */
const patience = {
  statementMilliseconds: 600_000,
  idleInTransactionMilliseconds: 600_000,
  lockMilliseconds: 600_000,
};
const groups = 8;
export const rentersOf = (world: World, place: number): Renter[] =>
  world.renters.slice((place % groups) * 3, (place % groups) * 3 + 3);

/** The program without its edges and its clock: its jobs run when a history says so. */
export async function openWorld(connectionString: string, own: number, supplied: number): Promise<World> {
  let at = Date.parse("2026-01-01T00:00:00Z");
  const clock = { now: () => new Date(at) };
  const given = new Map<string, string[]>();
  const suppliers = Array.from({ length: supplied }, (_, place) => supplierOf(`peer-${place}`, given));
  const config = readConfig({
    TERMS_DAYS: "0", // Histories take years.
    MAX_OPEN_ORDERS: "1000000",
    CANCEL_LOCK_SECONDS: "0",
    TRIES_PER_POOL: "0",
    SANDBOX_MESSAGE_SECONDS: "0",
  });
  const log = createLog("silent");
  const sealer = createSealer(Buffer.alloc(32, 7));
  const shop = await openShop(
    {
      config,
      connectionString,
      log,
      clock,
      sealer,
      pagesFolder: null,
      anchorFile: null,
      patience,
      suppliers,
    },
    createMetrics([]),
  );
  const { db } = shop;
  const renters: Renter[] = [];
  for (let place = 0; place < groups * 3; place++) {
    const { accountId } = await createAccount(
      { db, clock },
      {
        username: `renter${place}`,
        currency: "NGN",
        lowBalanceMinor: 0,
        balanceMinor: 10 ** 12,
        actor: "test",
      },
    );
    const [wallet] = await db.rows<{ id: number }>(
      `select id from wallets where account_id = $1 and mode = 'live'`,
      [accountId],
    );
    renters.push({ accountId, walletId: wallet?.id ?? 0 });
  }
  const pools: number[] = [];
  for (let place = 0; place < own + supplied; place++) {
    const isOwn = place < own;
    const pool = {
      mode: "live" as const,
      provider: isOwn ? "global" : "usa",
      name: `History ${place}`,
      supplier: isOwn ? "inventory" : `peer-${place - own}`,
      priceMinor: 100,
      costMinor: 0,
      lateMessages: "free",
    };
    pools.push(await db.transaction((tx) => insertPool(tx, pool, clock.now())));
  }
  const settings = { fields: { to: "to", from: "from", text: "text", id: "id" }, auth: { kind: "none" } };
  const source = await createSource(shop, { kind: "generic", name: "test", settings, actor: "test" });
  const [key] = await db.rows<{ value: string }>(
    `select value from installation where name = 'order id key'`,
  );
  const services = await db.rows<{ id: number; slug: string }>(`select id, slug from services`);
  let next = 12_000_000_000;
  return {
    shop,
    renters,
    pools,
    sourceId: source.id,
    orderIds: orderIds(key?.value ?? ""),
    serviceIds: new Map(services.map(({ id, slug }) => [slug, id])),
    now: () => new Date(at),
    advance: (seconds) => void (at += seconds * 1000),
    async newNumbers(counts, suppliedCounts) {
      const numbers = [...counts, ...suppliedCounts].map((count) =>
        Array.from({ length: count }, () => String(next++)),
      );
      await db.rows(`update numbers set retired_at = $1 where retired_at is null`, [clock.now()]);
      await db.transaction(async (tx) => {
        for (const [place] of counts.entries())
          await insertNumbers(
            tx,
            pools[place] as number,
            (numbers[place] as string[]).map((number) => ({
              number,
              country: "US",
              areaCode: null,
              lineType: "mobile",
            })),
            clock.now(),
          );
      });
      suppliedCounts.forEach((_, place) =>
        given.set(`peer-${place}`, numbers[counts.length + place] as string[]),
      );
      return numbers;
    },
    async close() {
      await shop.hub.close();
      await db.end();
    },
  };
}

/**
 * Gives its numbers in turn to whoever asks, like a supplier that does not know what its numbers were used for here.
 */
function supplierOf(name: string, given: Map<string, string[]>): Supplier {
  let turn = 0;
  return {
    name,
    async acquire({ orderId }) {
      const numbers = given.get(name) as string[];
      return { number: numbers[turn++ % numbers.length] as string, ref: `${name}-${orderId}` };
    },
    recover: async () => null,
    release: async () => {},
    countStock: async () => new Map(),
  };
}
