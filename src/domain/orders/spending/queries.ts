import type { Tx } from "../../../kit/db.ts";

export function findSpending(
  tx: Tx,
  keyIds: number[],
  day: Date,
): Promise<{ keyId: number; spentMinor: number }[]> {
  return tx.rows(
    `select key_id as "keyId", spent_minor as "spentMinor" from key_spending where key_id = any($1::bigint[]) and day = $2::date`,
    [keyIds, day],
  );
}
