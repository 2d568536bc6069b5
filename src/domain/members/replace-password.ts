import type { Tx } from "../../kit/db.ts";
import { forgetFailuresOf } from "../sessions/attempt.ts";
import { endLinksOf } from "./links/use-link.ts";
import { setPassword } from "./sql.ts";

/**
 * Gives a member who could not sign in a new password: earlier links and failures with the old password no longer
 * count.
 *
 * @param mustChange whether it was set by somebody other than the member
 */
export async function replacePassword(
  tx: Tx,
  memberId: number,
  { passwordHash, mustChange }: { passwordHash: string; mustChange: boolean },
): Promise<void> {
  await setPassword(tx, memberId, passwordHash, mustChange);
  await endLinksOf(tx, memberId);
  await forgetFailuresOf(tx, memberId);
}
