import type { Tx } from "../../kit/db.ts";
import { clearCodes } from "./sql.ts";

/** Erases the codes of the given orders that closed before then; open orders keep theirs. */
export const eraseCodes = (tx: Tx, orderIds: number[], closedBefore: Date): Promise<void> =>
  clearCodes(tx, orderIds, closedBefore);
