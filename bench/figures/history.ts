import type { Bench } from "../lib/bench.ts";
import { addHistory } from "../lib/history.ts";
import { compare, type Side } from "../lib/rounds.ts";
import { delivering, polling, renting, type Sent } from "../lib/sides.ts";
import { ratioRow, type Row } from "../lib/table.ts";
import { startZapotp, type Zapotp } from "../lib/zapotp.ts";

const shortHistory = 10_000;
const openCount = 10_000;
const connections = 64;
const target = 0.85;

/** Polls, rents and inbound messages after a long history, compared with the same after a short one. */
export async function history(bench: Bench): Promise<Row[]> {
  bench.say(`history: ${bench.oldOrders} old orders and ${shortHistory}, ${connections} connections`);
  const long = await startWithHistory(bench, "history_long", bench.oldOrders);
  const short = await startWithHistory(bench, "history_short", shortHistory);
  const compareKind = async (make: (name: string, sent: Sent) => Promise<Side>) =>
    compare(
      bench,
      await make("long", { bench, zapotp: long, connections }),
      await make("short", { bench, zapotp: short, connections }),
    );
  const polls = await compareKind((name, sent) => polling(name, sent, openCount));
  const rents = await compareKind(renting);
  const inbound = await compareKind(delivering);
  await long.stop();
  await short.stop();
  const row = (what: string, rounds: typeof rents): Row =>
    ratioRow(`${what}: ${bench.oldOrders} old orders ÷ ${shortHistory}`, rounds, "short", target);
  return [row("polls", polls), row("rents", rents), row("inbound messages", inbound)];
}

async function startWithHistory(bench: Bench, name: string, count: number): Promise<Zapotp> {
  const zapotp = await startZapotp(bench, name);
  const began = performance.now();
  await addHistory(bench, zapotp, count);
  const [size] = await zapotp.db.rows<{ size: string }>(
    `select pg_size_pretty(pg_database_size(current_database())) as size`,
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  bench.say(
    `  ${name}: ${count} old orders with all that belongs to them, ${size?.size}, made in ${seconds} s`,
  );
  return zapotp;
}
