import type { Tx } from "../../../kit/db.ts";
import { canonicalNumber, formsOf } from "../../../kit/one-number.ts";
import { recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { readDigits } from "../written-number.ts";
import { sortLines, type Fault, type Line } from "./lines.ts";
import { countRented } from "./queries.ts";
import { lockOwn, takeOutOfSale } from "./sql.ts";

/** Flagged: reported for abuse or fraud. Churned: given up by its holder, and perhaps somebody else's by now. */
export const removals = ["flagged", "churned"] as const;
export type Removal = (typeof removals)[number];

export type RemovalLine = Line<{ number: string; status: string; reason: string }>;

export interface RemovalReport {
  /** Lines with content. */
  read: number;
  /** Lines with nothing on them. */
  empty: number;
  /** Numbers that were taken out of sale, or would be; 0 if there are faults. */
  takenOut: number;
  /** Those of them that are rented now: their orders go on. */
  rented: number;
  /** Were out of sale before. */
  alreadyOut: number;
  /** Lines with numbers that are not in the inventory. */
  notOurs: number;
  faults: Fault[];
}

interface RemovalInput {
  lines: AsyncIterable<RemovalLine>;
  /** For lines that do not say it. */
  status: Removal;
  /** For lines that do not say it. */
  reason: string | null;
  /** Only checks. */
  dryRun: boolean;
  actor: string;
}

interface ReadRemoval {
  digits: string;
  status: Removal;
  reason: string | null;
}

const longestReason = 500;

/**
 * Takes numbers out of sale that a carrier, an authority or a register has named, and notes why: all of them, or none
 * if a line is wrong. Numbers that are not ours are counted and passed over; so lists of a whole country can be given.
 */
export async function takeOut(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { lines, dryRun, actor, ...otherwise }: RemovalInput,
): Promise<RemovalReport> {
  const at = clock.now();
  const { good, ...sorted } = await sortLines(lines, (written) => readRemoval(written, otherwise));
  const none = { ...sorted, takenOut: 0, rented: 0, alreadyOut: 0, notOurs: 0 };
  if (sorted.faults.length > 0) return none;
  return db.transaction(async (tx) => {
    const { toTake, ...counted } = await findThem(tx, good);
    const ids = [...toTake.keys()];
    const rented = await countRented(tx, ids);
    if (!dryRun && ids.length > 0) {
      await takeOutOfSale(tx, [...toTake.values()], at);
      const detail = { takenOut: ids.length, rented, ...countByStatus(toTake) };
      await recordAction(tx, {
        at,
        actor,
        action: "number.take-out",
        subject: "register of numbers",
        detail,
      });
    }
    return { ...none, ...counted, takenOut: ids.length, rented };
  });
}

function readRemoval(
  { number, status, reason }: { number: string; status: string; reason: string },
  otherwise: { status: Removal; reason: string | null },
): ReadRemoval | string {
  const read = readDigits(number);
  if ("fault" in read) return read.fault;
  const word = status.toLowerCase();
  const known = word === "" ? otherwise.status : removals.find((one) => one === word);
  if (known === undefined) return `"${status.slice(0, 40)}" is not a status; it is ${removals.join(" or ")}`;
  if (reason.length > longestReason) return `reason has more than ${longestReason} characters`;
  if (/\p{Cc}/u.test(reason)) return "reason has a control character or a line end in it";
  return { digits: read.digits, status: known, reason: reason || otherwise.reason };
}

type Taken = ReadRemoval & { numberId: number };

/** The numbers to take, by id; of a number that is listed twice, its first line counts. */
async function findThem(
  tx: Tx,
  lines: ReadRemoval[],
): Promise<{ toTake: Map<number, Taken>; alreadyOut: number; notOurs: number }> {
  const first = new Map<string, ReadRemoval>();
  for (const line of lines) {
    const plain = canonicalNumber(line.digits);
    if (!first.has(plain)) first.set(plain, line);
  }
  const rows = await lockOwn(tx, [...first.keys()].flatMap(formsOf));
  const ours = new Set(rows.map(({ number }) => canonicalNumber(number)));
  const toTake = new Map<number, Taken>();
  for (const { id, number, retiredAt } of rows) {
    const line = first.get(canonicalNumber(number));
    if (line && !retiredAt) toTake.set(id, { ...line, numberId: id });
  }
  const notOurs = lines.filter(({ digits }) => !ours.has(canonicalNumber(digits))).length;
  return { toTake, alreadyOut: rows.length - toTake.size, notOurs };
}

function countByStatus(toTake: Map<number, Taken>): Record<Removal, number> {
  const of = (status: Removal): number => [...toTake.values()].filter((one) => one.status === status).length;
  return { flagged: of("flagged"), churned: of("churned") };
}
