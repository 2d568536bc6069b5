import type { Bench } from "../lib/bench.ts";
import { againstPgbench } from "../lib/pgbench.ts";
import { assertDelivered, delivering } from "../lib/sides.ts";
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
