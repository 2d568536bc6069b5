import { recordAction } from "../audit/record-action.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { Tx } from "../../kit/db.ts";
import type { Deps } from "../deps.ts";
import { keyNotFound } from "./errors.ts";
import { lockKey, lockKeysMadeBy, revokeKey, type KeyMade } from "./sql.ts";

export interface Revoked {
  keyId: number;
  /** Its first and last characters, enough to recognize it. */
  hint: string;
  revokedAt: Date;
}

/**
 * Revokes a key for good, from the next request on; a key that was already revoked stays as it is. With `accountId` only
 * a key of that account.
 */
export function revoke(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { keyId, accountId, actor }: { keyId: number; accountId?: number; actor: string },
): Promise<Revoked> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const key = await lockKey(tx, keyId);
    if (!key || (accountId !== undefined && key.accountId !== accountId)) throw keyNotFound(keyId);
    if (key.revokedAt) return { keyId, hint: key.hint, revokedAt: key.revokedAt };
    await end(tx, { id: keyId, ...key }, actor, at);
    return { keyId, hint: key.hint, revokedAt: at };
  });
}

/** A key that was revoked along with its creator's access. */
export type RevokedKey = Pick<KeyMade, "id" | "name" | "hint" | "mode" | "scopes">;

/** Revokes the keys that a member created, or the given ones among them. */
export async function revokeKeysMadeBy(
  tx: Tx,
  memberId: number,
  { isMeant = () => true, actor }: { isMeant?: (key: RevokedKey) => boolean; actor: string },
  at: Date,
): Promise<RevokedKey[]> {
  const keys = (await lockKeysMadeBy(tx, memberId)).filter(isMeant);
  for (const key of keys) await end(tx, key, actor, at);
  return keys.map(({ id, name, hint, mode, scopes }) => ({ id, name, hint, mode, scopes }));
}

async function end(
  tx: Tx,
  { id, walletId, hint }: { id: number; walletId: number; hint: string },
  actor: string,
  at: Date,
): Promise<void> {
  await revokeKey(tx, id, at);
  await tellAccessChanged(tx, [walletId]);
  await recordAction(tx, { at, actor, action: "key.revoke", subject: `key ${id}`, detail: { hint } });
}
