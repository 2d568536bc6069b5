import type { Tx } from "../../../kit/db.ts";
import { canonicalNumber, formsOf } from "../../../kit/one-number.ts";
import { recordAction } from "../../audit/record-action.ts";
import type { Deps } from "../../deps.ts";
import { readFacts, type ReadFacts, type WrittenFacts } from "./facts.ts";
import { sortLines, type Fault, type Line } from "./lines.ts";
import { findOwn, type OwnNumber } from "./queries.ts";
import { upsertFacts } from "./sql.ts";

export type FactsLine = Line<WrittenFacts>;

export interface FactsReport {
  /** Lines with content. */
  read: number;
  /** Lines that say nothing about a number. */
  empty: number;
  /** Numbers whose facts were recorded, or would be; 0 if there are faults. */
  recorded: number;
  faults: Fault[];
}

interface FactsInput {
  lines: AsyncIterable<FactsLine>;
  /** Only checks. */
  dryRun: boolean;
  actor: string;
}

type Read = ReadFacts & { line: number };

/** Records whose numbers are whose, on which basis and since when: every line of a file, or none if one is wrong. */
export async function importFacts(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { lines, dryRun, actor }: FactsInput,
): Promise<FactsReport> {
  const at = clock.now();
  const today = at.toISOString().slice(0, 10);
  const { good, ...sorted } = await sortLines(lines, (written) => readFacts(written, today));
  return db.transaction(async (tx) => {
    const { found, faults } = await findEach(tx, good);
    const all = [...sorted.faults, ...faults].toSorted((a, b) => a.line - b.line);
    if (all.length > 0) return { ...sorted, recorded: 0, faults: all };
    if (!dryRun && found.length > 0) {
      await upsertFacts(tx, found, at);
      const detail = { recorded: found.length };
      await recordAction(tx, {
        at,
        actor,
        action: "number.register",
        subject: "register of numbers",
        detail,
      });
    }
    return { ...sorted, recorded: found.length, faults: [] };
  });
}

/** Each line's number in the inventory, in whatever form it is there. */
async function findEach(
  tx: Tx,
  lines: Read[],
): Promise<{ found: (Read & { numberId: number })[]; faults: Fault[] }> {
  const rows = await findOwn(
    tx,
    lines.flatMap(({ digits }) => formsOf(digits)),
  );
  const known = new Map<string, OwnNumber>();
  for (const row of rows) {
    known.set(row.number, row);
    const plain = canonicalNumber(row.number);
    if (!known.has(plain)) known.set(plain, row);
  }
  const seen = new Map<number, number>();
  const found: (Read & { numberId: number })[] = [];
  const faults: Fault[] = [];
  for (const read of lines) {
    const own = known.get(read.digits) ?? known.get(canonicalNumber(read.digits));
    const fault = faultWith(read, own, own && seen.get(own.id));
    if (fault !== null || !own) faults.push({ line: read.line, number: read.digits, reason: fault ?? "" });
    else {
      seen.set(own.id, read.line);
      found.push({ ...read, numberId: own.id });
    }
  }
  return { found, faults };
}

function faultWith(
  { country }: Read,
  own: OwnNumber | undefined,
  lineBefore: number | undefined,
): string | null {
  if (!own) return "is not in the inventory; import the number first";
  if (lineBefore !== undefined) return `stands on line ${lineBefore}, too`;
  return country !== "" && country !== own.country
    ? `is a number of ${own.country}, not of ${country}`
    : null;
}
