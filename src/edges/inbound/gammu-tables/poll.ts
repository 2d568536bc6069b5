import type { Pool } from "pg";
import type { Deps } from "../../../domain/deps.ts";
import { advance, keepMark, readMark, type Mark } from "../../../domain/sources/marks/mark.ts";
import { Refusal } from "../../../kit/errors.ts";
import type { Logger } from "../../../kit/log.ts";
import type { Reading } from "../sms.ts";
import type { InboundSms } from "../source-kind.ts";
import { readRow } from "./read-row.ts";
import { markProcessed, newestId, rowsAfter, type InboxRow } from "./sql.ts";

export interface PollDeps extends Pick<Deps, "db"> {
  log: Logger;
  /** Stores messages; resolves once every one is committed. */
  takeAll: (sourceId: number, messages: InboundSms[]) => Promise<void>;
  /** Shows the operator what cannot be read. */
  noteFault: (sourceId: number, why: string) => void;
}

/** The tables of one smsd. */
export interface Table {
  sourceId: number;
  pool: Pool;
  reading: Reading;
}

const most = 100;

/**
 * Takes in what is new in the table, at most a hundred rows; whether there may be more. A row is marked as processed only
 * after its message is committed here, and our own mark does not depend on that: if a process dies in between, the next
 * one reads the rows again, which changes nothing, and programs that mark rows themselves hide none from us.
 */
export async function pollTables(table: Table, deps: PollDeps): Promise<boolean> {
  const { sourceId, pool } = table;
  const newest = await newestId(pool);
  const known = await readMark(deps, sourceId);
  const mark = known !== null && newest >= highest(known) ? known : { doneUpTo: newest, done: [] };
  if (mark !== known) await keepMark(deps, sourceId, mark);
  const rows = await rowsAfter(pool, mark.doneUpTo, mark.done, most);
  if (rows.length === 0) return false;
  const read = rows.flatMap((row) => readOne(table, row, deps));
  await deps.takeAll(
    sourceId,
    read.flatMap(({ sms }) => (sms ? [sms] : [])),
  );
  await keepMark(
    deps,
    sourceId,
    advance(
      mark,
      rows.map(({ id }) => id),
    ),
  );
  if (read.length > 0)
    await markProcessed(
      pool,
      read.map(({ id }) => id),
    );
  return rows.length === most;
}

/** The highest id that was read. If the table's newest row has a lower one, it was emptied, and its ids begin anew. */
const highest = ({ doneUpTo, done }: Mark): number => done.at(-1) ?? doneUpTo;

/** A row that cannot be read is not marked as processed: it stays for the operator, who is told what is wrong with it. */
function readOne(
  { sourceId, reading }: Table,
  row: InboxRow,
  { log, noteFault }: PollDeps,
): { id: number; sms: InboundSms | null }[] {
  try {
    return [{ id: row.id, sms: readRow(row, reading) }];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.warn({ sourceId, row: row.id, fault: error.message }, "a row of smsd’s inbox cannot be read");
    noteFault(sourceId, error.message);
    return [];
  }
}
