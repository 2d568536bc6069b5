import type { Tx } from "../../kit/db.ts";
import { endConfirmationsOf } from "./links/use-link.ts";
import { confirmEmail } from "./sql.ts";

/**
 * Takes an address as proven to be the member's, and ends everybody's links to confirm it. False where it is somebody
 * else's; of two members who prove it at once, one gets it.
 */
export async function proveAddress(tx: Tx, memberId: number, email: string, at: Date): Promise<boolean> {
  if (!(await confirmEmail(tx, memberId, email, at))) return false;
  await endConfirmationsOf(tx, email);
  return true;
}
