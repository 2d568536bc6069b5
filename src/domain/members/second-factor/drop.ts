import type { Tx } from "../../../kit/db.ts";
import { replaceRecoveryCodes, setPendingTotp, setTotp } from "./sql.ts";

/** Turns a member's second factor off: neither its codes nor recovery codes are asked for, or good for anything. */
export async function dropSecondFactor(tx: Tx, memberId: number): Promise<void> {
  await setTotp(tx, memberId, null, 0);
  await replaceRecoveryCodes(tx, memberId, []);
}

/** Forgets the secret of a second factor that was being set up. */
export const dropPendingTotp = (tx: Tx, memberId: number): Promise<void> =>
  setPendingTotp(tx, memberId, null);
