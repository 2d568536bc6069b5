import type { Tx } from "../../kit/db.ts";
import { keepFirst, lockValue, setValue } from "./sql.ts";

const name = "outcomes counted until";

/** The time up to which outcomes of orders are counted, locked; null while another process counts. */
export async function lockCountedUntil(tx: Tx): Promise<Date | null> {
  await keepFirst(tx, name, new Date(0).toISOString());
  const counted = await lockValue(tx, name);
  return counted === null ? null : new Date(counted);
}

export const setCountedUntil = (tx: Tx, until: Date): Promise<void> =>
  setValue(tx, name, until.toISOString());
