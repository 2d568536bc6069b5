import type { Tx } from "../../kit/db.ts";
import { sourceNotFound } from "./errors.ts";
import { lockSource, type LockedSource } from "./sql.ts";

/** A source that messages come in from, locked; refuses `source_not_found` for one that is retired, too. */
export async function requireSource(tx: Tx, id: number): Promise<LockedSource> {
  const source = await lockSource(tx, id);
  if (!source || source.retiredAt) throw sourceNotFound(id);
  return source;
}
