import type { Bench } from "../lib/bench.ts";
import type { Db } from "../../src/kit/db.ts";
import { againstPgbench } from "../lib/pgbench.ts";
import { delivering } from "../lib/sides.ts";
import type { Row } from "../lib/table.ts";
import { startZapotp } from "../lib/zapotp.ts";

const connections = 256;

/** Messages through the generic source, compared with the transactions of pgbench. */
export async function inbound(bench: Bench): Promise<Row[]> {
  bench.say(`inbound: POST /in/generic, each message to another open order, ${connections} connections`);
  const zapotp = await startZapotp(bench, "inbound");
  const rows = await againstPgbench(
    bench,
    await delivering("inbound messages", { bench, zapotp, connections }),
    2,
  );
  await assertDelivered(zapotp.db);
  await zapotp.stop();
  return rows;
}

/** A message that was acknowledged but matched no order would have cost less than one that did. */
async function assertDelivered(db: Db): Promise<void> {
  const [counts] = await db.rows<{ stored: number; delivered: number }>(
    `select count(*) as stored, count(*) filter (where state = 'delivered' and code_sealed is not null) as delivered from messages`,
  );
  if (counts?.stored !== counts?.delivered)
    throw new Error(`${counts?.delivered} of ${counts?.stored} messages reached their order`);
}
