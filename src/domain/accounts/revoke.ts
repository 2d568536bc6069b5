import { recordAction } from "../audit/record-action.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { Deps } from "../deps.ts";
import { keyNotFound } from "./errors.ts";
import { lockKey, revokeKey } from "./sql.ts";

export interface Revoked {
  keyId: number;
  /** Its beginning and end, enough to recognise it. */
  hint: string;
  revokedAt: Date;
}

/**
 * Revokes a key for good, from the next request on; one that is revoked already stays as it is. With `accountId` only
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
    await revokeKey(tx, keyId, at);
    await tellAccessChanged(tx, [key.walletId]);
    await recordAction(tx, {
      at,
      actor,
      action: "key.revoke",
      subject: `key ${keyId}`,
      detail: { hint: key.hint },
    });
    return { keyId, hint: key.hint, revokedAt: at };
  });
}
