import type { Bench } from "../lib/bench.ts";
import type { Db } from "../../src/kit/db.ts";
import { rawRequest } from "../lib/connection.ts";
import type { Driven } from "../lib/load.ts";
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
  const send = async (count: number) => {
    const orders = await openOrders(bench, zapotp, count);
    const requests = orders.map((order) => rawRequest("POST", path, {}, JSON.stringify(messageFor(order))));
    return () => bench.load.drive({ port: zapotp.port, connections, requests, order: "once", seconds: bench.roundSeconds });
  };
  const warmUp = await (await send(warmUpCount))();

  // Enough that a round ends with its time, and not with its orders.
  const count = Math.ceil(warmUp.perSecond * bench.roundSeconds * 2);
  let measure = (): Promise<Driven> => Promise.reject(new Error("nothing prepared"));
  const rows = await againstPgbench(bench, {
    what: "inbound messages",
    target: { value: 1, later: 2 },
    prepare: async () => void (measure = await send(count)),
    measure: () => measure(),
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
  if (counts?.stored !== counts?.delivered) throw new Error(`${counts?.delivered} of ${counts?.stored} messages reached their order`);
}
