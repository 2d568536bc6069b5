import { readWithDeadline } from "../../kit/read-with-deadline.ts";
import type { Deps } from "../deps.ts";
import { countStates, type LineCounts } from "../lines/count-states.ts";
import {
  countOpenOrders,
  countWaiting,
  listSourceAges,
  sumLedgers,
  sumOutcomes,
  type DayOutcomes,
  type Ledgers,
  type OpenOrders,
  type SourceAge,
  type Waiting,
} from "./queries.ts";

export interface ShopMetrics {
  open: OpenOrders[];
  ledgers: Ledgers[];
  waiting: Waiting;
  today: DayOutcomes[];
  /** What wallets hold for orders, minus what those orders cost: zero if the books are right. */
  heldMismatchMinor: number;
}

const patienceMilliseconds = 3000;

/** The figures of the whole installation, the same from every process; null while the database is unavailable. */
export function readMetrics({ db, clock }: Pick<Deps, "db" | "clock">): Promise<ShopMetrics | null> {
  return readWithDeadline(db, patienceMilliseconds, async (tx) => {
    const open = await countOpenOrders(tx);
    const ledgers = await sumLedgers(tx);
    const waiting = await countWaiting(tx);
    const today = await sumOutcomes(tx, clock.now());
    const held = ledgers.reduce((sum, { heldMinor }) => sum + heldMinor, 0);
    const unpaid = open.filter(({ status }) => status !== "RECEIVED");
    const heldMismatchMinor = held - unpaid.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
    return { open, ledgers, waiting, today, heldMismatchMinor };
  });
}

/** Null while the database is unavailable. */
export const readLineCounts = ({ db, clock }: Pick<Deps, "db" | "clock">): Promise<LineCounts | null> =>
  readWithDeadline(db, patienceMilliseconds, (tx) => countStates(tx, clock.now()));

/** Sources in use and when each last sent something; empty while the database is unavailable. */
export async function readSourceAges({ db }: Pick<Deps, "db">): Promise<SourceAge[]> {
  return (await readWithDeadline(db, patienceMilliseconds, listSourceAges)) ?? [];
}
