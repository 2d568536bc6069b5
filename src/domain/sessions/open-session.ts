import type { Tx } from "../../kit/db.ts";
import { newToken, sha256 } from "../../kit/secrets.ts";
import { mostSessions, type Device } from "./session.ts";
import { deleteSessionsBeyond, insertSession } from "./sql.ts";

export const tokenPrefix = "zs_";
const longestAgent = 300;

/** Signs a member in; returns the token, only its hash is stored. */
export async function openSession(tx: Tx, memberId: number, device: Device, at: Date): Promise<string> {
  const token = newToken(tokenPrefix);
  const userAgent = device.userAgent.replaceAll("\0", "").slice(0, longestAgent).toWellFormed();
  await deleteSessionsBeyond(tx, memberId, mostSessions - 1);
  await insertSession(tx, { memberId, tokenHash: sha256(token) }, { ...device, userAgent }, at);
  return token;
}
