import type { Db } from "../../src/kit/db.ts";
import type { Bench } from "./bench.ts";
import { messageFor, openOrders, rentRequests } from "./orders.ts";
import { generic, type Sender } from "./senders.ts";
import type { Side } from "./rounds.ts";
import { apiRequest, type Zapotp } from "./zapotp.ts";

/** The requests that the figures send to a ZapOTP of one or several processes. */
export interface Sent {
  bench: Bench;
  zapotp: Zapotp;
  connections: number;
  /** Default: the only process. */
  ports?: number[];
}

/** Polls of open orders in random order. */
export async function polling(name: string, sent: Sent, openCount: number): Promise<Side> {
  const orders = await openOrders(sent.bench, sent.zapotp, openCount);
  return pollingOf(
    name,
    sent,
    orders.map(({ orderId, key }) => apiRequest("GET", `/sms?order_id=${orderId}`, key)),
  );
}

export function pollingOf(
  name: string,
  { bench, zapotp, connections, ports = [zapotp.port] }: Sent,
  requests: string[],
): Side {
  const job = { ports, connections, requests, order: "random", seconds: bench.roundSeconds } as const;
  return { name, ready: async () => () => bench.load.drive(job) };
}

/** Far more than can be rented in a second: a stock that runs low would be a different measurement. */
const stockPerSecond = 16_000;

/** Rents from our own inventory: quoted, held, claimed, written and committed. */
export async function renting(
  name: string,
  { bench, zapotp, connections, ports = [zapotp.port] }: Sent,
): Promise<Side> {
  const requests = rentRequests(zapotp);
  await zapotp.stock(bench.roundSeconds * stockPerSecond);
  const job = { ports, connections, requests, order: "random", seconds: bench.roundSeconds } as const;
  return {
    name,
    async ready() {
      await zapotp.stock(bench.roundSeconds * (stockPerSecond / 4));
      return () => bench.load.drive(job);
    },
  };
}

const warmUpCount = 3000;

/** Messages through a source, each the first of an open order: stored, matched, captured, acknowledged. */
export async function delivering(
  name: string,
  { bench, zapotp, connections, ports = [zapotp.port] }: Sent,
  sender: Sender = generic,
): Promise<Side> {
  const path = await zapotp.addSource(sender);
  const ready = async (count: number) => {
    const orders = await openOrders(bench, zapotp, count);
    const requests = orders.map((order) => sender.request(path, messageFor(order)));
    const job = { ports, connections, requests, order: "once", seconds: bench.roundSeconds } as const;
    return () => bench.load.drive(job);
  };
  const warmUp = await (await ready(warmUpCount))();
  // Enough that a round ends by time, and not because it runs out of orders.
  return { name, ready: () => ready(Math.ceil(warmUp.perSecond * bench.roundSeconds * 2)) };
}

/** A message that was acknowledged but matched no order would have cost less than one that did. */
export async function assertDelivered(db: Db): Promise<void> {
  const [counts] = await db.rows<{ stored: number; delivered: number }>(
    `select count(*) as stored, count(*) filter (where state = 'delivered' and code_sealed is not null) as delivered from messages`,
  );
  if (counts?.stored !== counts?.delivered)
    throw new Error(`${counts?.delivered} of ${counts?.stored} messages reached their order`);
}
