import { recordAction } from "../audit/record-action.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { Deps } from "../deps.ts";
import { requireAccount } from "./require-account.ts";
import { findWalletIds } from "../wallet/queries.ts";
import { setSuspended } from "./sql.ts";

/** Suspends an account: from the next request on it is read-only. Open orders continue. */
export function suspend(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { accountId, reason, actor }: { accountId: number; reason: string; actor: string },
): Promise<Date> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const { id, username } = await requireAccount(tx, String(accountId));
    await setSuspended(tx, id, at);
    await tellAccessChanged(tx, await findWalletIds(tx, id));
    const detail = { username, reason };
    await recordAction(tx, { at, actor, action: "account.suspend", subject: `account ${id}`, detail });
    return at;
  });
}

/** Lifts the suspension of an account. */
export function resume(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { accountId, actor }: { accountId: number; actor: string },
): Promise<void> {
  return db.transaction(async (tx) => {
    const { id, username } = await requireAccount(tx, String(accountId));
    await setSuspended(tx, id, null);
    const subject = `account ${id}`;
    await recordAction(tx, {
      at: clock.now(),
      actor,
      action: "account.resume",
      subject,
      detail: { username },
    });
  });
}
