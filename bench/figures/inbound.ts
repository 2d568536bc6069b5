import type { Bench } from "../lib/bench.ts";
import type { Db } from "../../src/kit/db.ts";
import { rawRequest } from "../lib/connection.ts";
import { messageFor, openOrders } from "../lib/orders.ts";
import { againstPgbench } from "../lib/pgbench.ts";
import type { Row } from "../lib/table.ts";
import { startZapotp } from "../lib/zapotp.ts";

const connections = 128;
const warmUpCount = 3000;

/** Messages through the generic source, each the first of an open order: stored, matched, captured, acknowledged. */
export async function inbound(bench: Bench): Promise<Row[]> {
  bench.say(`inbound: POST /in/generic, each message to another open order, ${connections} connections`);
  const zapotp = await startZapotp(bench, "inbound");
  const path = await zapotp.addSource();
  const prepare = async (count: number) => {
    const orders = await openOrders(bench, zapotp, count);
    const requests = orders.map((order) => rawRequest("POST", path, {}, JSON.stringify(messageFor(order))));
    const job = {
      port: zapotp.port,
      connections,
      requests,
      order: "once",
      seconds: bench.roundSeconds,
    } as const;
    return () => bench.load.drive(job);
  };
  const warmUp = await (await prepare(warmUpCount))();
  const rows = await againstPgbench(bench, {
    what: "inbound messages",
    target: { value: 1, later: 2 },
    // Enough that a round ends with its time, and not with its orders.
    prepare: () => prepare(Math.ceil(warmUp.perSecond * bench.roundSeconds * 2)),
  });
  await assertDelivered(zapotp.db);
  await zapotp.stop();
  return rows;
}

/** A message that was acknowledged but reached nobody would have cost less than one that did. */
async function assertDelivered(db: Db): Promise<void> {
  const [counts] = await db.rows<{ stored: number; delivered: number }>(
    `select count(*) as stored, count(*) filter (where state = 'delivered' and code_sealed is not null) as delivered from messages`,
  );
  if (counts?.stored !== counts?.delivered)
    throw new Error(`${counts?.delivered} of ${counts?.stored} messages reached their order`);
}
