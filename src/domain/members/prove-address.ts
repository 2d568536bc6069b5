import type { Tx } from "../../kit/db.ts";
import { endConfirmationsOf } from "./links/use-link.ts";
import { tellTeam } from "./tell-team.ts";
import { confirmEmail } from "./sql.ts";

/**
 * Records an address as confirmed for the member, and ends everybody's links to confirm it. False if it is somebody
 * else's; if two members confirm it at once, one gets it.
 */
export async function proveAddress(tx: Tx, memberId: number, email: string, at: Date): Promise<boolean> {
  if (!(await confirmEmail(tx, memberId, email, at))) return false;
  await endConfirmationsOf(tx, email);
  await tellTeam(tx, memberId);
  return true;
}
