import type { Tx } from "../../kit/db.ts";
import { canonicalNumber, formsOf } from "../../kit/one-number.ts";
import { recordAction } from "../audit/record-action.ts";
import { requireOwnPool } from "../pools/require-own-pool.ts";
import { listCountries } from "../catalog/queries.ts";
import type { Pool } from "../pools/queries.ts";
import type { Deps } from "../deps.ts";
import { readNumber, type NumberEntry, type NewNumber } from "./number.ts";
import { findNumbers, type KnownNumber } from "./queries.ts";
import { insertNumbers, lockImports } from "./sql.ts";

/** An entry with its line number, so that an error in it can be found. */
export interface NumberLine extends NumberEntry {
  line: number;
}

/** A line of a file: an entry, nothing at all, or the reason why it cannot be read. */
export type ImportLine = NumberLine | { line: number; isEmpty: true } | { line: number; fault: string };

export interface ImportInput {
  poolId: number;
  lines: AsyncIterable<ImportLine> | Iterable<ImportLine>;
  /** Only checks. */
  dryRun: boolean;
  /** Imports nothing if a line cannot be used. */
  strict: boolean;
  actor: string;
}

export interface LineRemark {
  line: number;
  number: string;
  reason: string;
}

/** The results of some more lines. */
export interface ImportedBatch {
  /** Lines with content. */
  read: number;
  /** Empty lines, or lines of only separators. */
  empty: number;
  added: number;
  /** Already in the inventory, or on an earlier line. */
  duplicates: LineRemark[];
  rejected: LineRemark[];
}

interface Read {
  line: number;
  entry: NewNumber;
}

const batchSize = 5000;

/**
 * Adds numbers to a pool, thousands per transaction, and reports after each one. What was added stays if
 * the import is interrupted; repeating the import adds the rest.
 */
export async function* importNumbers(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: ImportInput,
): AsyncGenerator<ImportedBatch> {
  const pool = await requireOwnPool(db, input.poolId);
  const countries = new Set((await listCountries(db, "live")).map(({ code }) => code));
  const sort = sorter(pool, countries);
  const store = async (reads: Read[]): Promise<Pick<ImportedBatch, "added" | "duplicates">> =>
    db.transaction((tx) => add(tx, reads, { ...input, pool }, clock.now()));

  const held: Read[] = [];
  let rejected = 0;
  for await (const lines of inBatches(input.lines)) {
    const { reads, ...sorted } = sort(lines);
    const told = { ...sorted, read: lines.length - sorted.empty };
    rejected += sorted.rejected.length;
    if (input.strict) {
      held.push(...reads);
      yield { ...told, added: 0 };
    } else {
      const stored = await store(reads);
      const duplicates = [...sorted.duplicates, ...stored.duplicates].toSorted((a, b) => a.line - b.line);
      yield { ...told, added: stored.added, duplicates };
    }
  }
  if (rejected > 0) return;
  for await (const reads of inBatches(held))
    yield { read: 0, empty: 0, rejected: [], ...(await store(reads)) };
}

interface Sorted {
  reads: Read[];
  empty: number;
  duplicates: LineRemark[];
  rejected: LineRemark[];
}

/** Sorts the lines into those that can be used, those that repeat an earlier line, and errors. */
function sorter(pool: Pool, countries: ReadonlySet<string>) {
  const seen = new Map<number, number>(); // As numbers, not texts, so that a million of them take little memory.
  const readLine = (read: Exclude<ImportLine, { isEmpty: true }>): NewNumber | string => {
    if ("fault" in read) return read.fault;
    const entry = readNumber(read, countries);
    return typeof entry === "string" ? entry : (faultFor(pool, entry) ?? entry);
  };
  return (lines: ImportLine[]): Sorted => {
    const sorted: Sorted = { reads: [], empty: 0, duplicates: [], rejected: [] };
    for (const read of lines) {
      const { line } = read;
      if ("isEmpty" in read) {
        sorted.empty++;
        continue;
      }
      const entry = readLine(read);
      if (typeof entry === "string") {
        sorted.rejected.push({ line, number: "number" in read ? read.number.trim() : "", reason: entry });
        continue;
      }
      const digits = Number(canonicalNumber(entry.number));
      const before = seen.get(digits);
      if (before !== undefined) {
        sorted.duplicates.push({ line, number: entry.number, reason: `stands on line ${before}, too` });
        continue;
      }
      seen.set(digits, line);
      sorted.reads.push({ line, entry });
    }
    return sorted;
  };
}

function faultFor(pool: Pool, { country }: NewNumber): string | null {
  return pool.provider === "usa" && country !== "US"
    ? `is a number of ${country}; pool ${pool.id} is of the provider usa and holds numbers of US only`
    : null;
}

async function add(
  tx: Tx,
  reads: Read[],
  { pool, dryRun, actor }: ImportInput & { pool: Pool },
  at: Date,
): Promise<Pick<ImportedBatch, "added" | "duplicates">> {
  // In the order of the numbers, so that two concurrent imports of the same ones do not deadlock.
  const entries = reads.map(({ entry }) => entry).toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const otherwise = await findWrittenOtherwise(tx, entries);
  const fresh = entries.filter(({ number }) => !otherwise.has(canonicalNumber(number)));
  const added = new Set(dryRun || fresh.length === 0 ? [] : await insertNumbers(tx, pool.id, fresh, at));
  const others = reads.filter(({ entry }) => !added.has(entry.number));
  const found = await findNumbers(
    tx,
    others.map(({ entry }) => entry.number),
  );
  const known = new Map(found.map((row) => [row.number, row]));
  const duplicates = others.flatMap(({ line, entry: { number } }): LineRemark[] => {
    const row = known.get(number) ?? otherwise.get(canonicalNumber(number));
    if (!row) return [];
    const place = row.retiredAt ? "was retired" : `is in pool ${row.poolId} already`;
    return [{ line, number, reason: row.number === number ? place : `${place}, as ${row.number}` }];
  });
  if (added.size > 0) {
    const detail = { added: added.size };
    await recordAction(tx, { at, actor, action: "number.import", subject: `pool ${pool.id}`, detail });
  }
  return { added: reads.length - duplicates.length, duplicates };
}

/**
 * Those of the numbers that are in the inventory in another form: `5215512345678` is `525512345678`. Compared by the
 * canonical form. Imports of such numbers run one after the other from then on, so that two at once do not add one in
 * each form.
 */
async function findWrittenOtherwise(tx: Tx, entries: NewNumber[]): Promise<Map<string, KnownNumber>> {
  const numbers = entries.map(({ number }) => number).filter((number) => formsOf(number).length > 1);
  if (numbers.length === 0) return new Map();
  await lockImports(tx);
  const given = new Set(numbers);
  const known = await findNumbers(tx, numbers.flatMap(formsOf));
  return new Map(known.flatMap((row) => (given.has(row.number) ? [] : [[canonicalNumber(row.number), row]])));
}

async function* inBatches<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    if (batch.push(item) < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
