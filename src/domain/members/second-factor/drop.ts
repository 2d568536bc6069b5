import type { Tx } from "../../../kit/db.ts";
import { tellTeam } from "../tell-team.ts";
import { replaceRecoveryCodes, setPendingTotp, setTotp } from "./sql.ts";

/** Turns a member's second factor off: neither its codes nor recovery codes are required or accepted. */
export async function dropSecondFactor(tx: Tx, memberId: number): Promise<void> {
  await setTotp(tx, memberId, null, 0);
  await replaceRecoveryCodes(tx, memberId, []);
  await tellTeam(tx, memberId);
}

/** Deletes the secret of a second factor that was being set up. */
export const dropPendingTotp = (tx: Tx, memberId: number): Promise<void> =>
  setPendingTotp(tx, memberId, null);
