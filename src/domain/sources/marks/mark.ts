import type { Deps } from "../../deps.ts";
import { findMark, putMark } from "./sql.ts";

/** How far a table that a source writes has been read. */
export interface Mark {
  /** Rows with an id up to this one are done. */
  doneUpTo: number;
  /** Those beyond it that are done. */
  done: number[];
}

/** So many ids may be given to rows that are not committed yet, when a later row already is. */
const window = 200;

/** Null if nothing of the source was ever read. */
export const readMark = ({ db }: Pick<Deps, "db">, sourceId: number): Promise<Mark | null> =>
  db.transaction((tx) => findMark(tx, sourceId));

export const keepMark = ({ db }: Pick<Deps, "db">, sourceId: number, mark: Mark): Promise<void> =>
  db.transaction((tx) => putMark(tx, sourceId, mark));

/** The mark once these rows are done, too. Rows whose ids are older than the window by then never come any more. */
export function advance({ doneUpTo, done }: Mark, ids: readonly number[]): Mark {
  const all = [...new Set([...done, ...ids])].toSorted((a, b) => a - b);
  const limit = Math.max(doneUpTo, (all.at(-1) ?? 0) - window);
  return { doneUpTo: limit, done: all.filter((id) => id > limit) };
}
