import type { Tx } from "../../../kit/db.ts";
import type { SaleTerms } from "../../catalog/catalog.ts";
import { takeNumbers, type Take } from "./sql.ts";

/**
 * Records that a number from a supplier now serves the family; false if it cannot, because it is open, rests, or was
 * used by somebody else. The caller holds its lock (`lockNumbers`), taken by an earlier statement.
 */
export async function takeNumber(tx: Tx, take: Take, terms: SaleTerms): Promise<boolean> {
  return (await takeNumbers(tx, [take], terms)).size > 0;
}
