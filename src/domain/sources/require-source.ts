import type { Tx } from "../../kit/db.ts";
import { sourceNotFound } from "./errors.ts";
import { lockSource, type LockedSource } from "./sql.ts";

/** A source that receives messages, locked; refuses `source_not_found` for a retired one, too. */
export async function requireSource(tx: Tx, id: number): Promise<LockedSource> {
  const source = await lockSource(tx, id);
  if (!source || source.retiredAt) throw sourceNotFound(id);
  return source;
}
