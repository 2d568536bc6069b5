import type { Bench } from "../lib/bench.ts";
import { againstPgbench } from "../lib/pgbench.ts";
import { plivo, publicBaseUrl, telnyx } from "../lib/senders.ts";
import { assertDelivered, delivering } from "../lib/sides.ts";
import type { Row } from "../lib/table.ts";
import { startZapotp } from "../lib/zapotp.ts";

const connections = 256;

/** Messages of carriers that sign their calls, compared with the transactions of pgbench. */
export async function sources(bench: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const sender of [telnyx, plivo]) {
    const name = `messages of ${sender.kind}`;
    bench.say(
      `sources: POST /in/${sender.kind}, each message to another open order, ${connections} connections`,
    );
    const settings = { PUBLIC_BASE_URL: publicBaseUrl };
    const zapotp = await startZapotp(bench, `sources_${sender.kind}`, { settings });
    const side = await delivering(name, { bench, zapotp, connections }, sender);
    rows.push(...(await againstPgbench(bench, side, 1)));
    await assertDelivered(zapotp.db);
    await zapotp.stop();
  }
  return rows;
}
