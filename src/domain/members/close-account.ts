import { revokeKeysOf, setClosed } from "../accounts/sql.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { Deps } from "../deps.ts";
import { countOpenOrders } from "../orders/sql.ts";
import { findWallet, lockWallets } from "../wallet/sql.ts";
import type { Wallet } from "../wallet/wallet.ts";
import { openOrders } from "./errors.ts";
import { requirePassword } from "./require-password.ts";
import { deleteInvitationsOf, deleteMembers, lockMembersOf } from "./sql.ts";

/**
 * Closes an account for good: keys are revoked, members and their sessions are gone. Orders, postings and the audit
 * log stay, for the books do. Refuses `open_orders`; the wallets' locks keep new ones out meanwhile.
 */
export async function closeAccount(
  deps: Pick<Deps, "db" | "clock">,
  input: { accountId: number; memberId: number; password: string; actor: string },
): Promise<void> {
  const { accountId, memberId, password, actor } = input;
  await requirePassword(deps, memberId, password, "password");
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const wallets = [await findWallet(tx, accountId, "live"), await findWallet(tx, accountId, "test")];
    const ids = wallets.map((wallet) => (wallet as Wallet).id);
    await lockWallets(tx, ids);
    const open = await countOpenOrders(tx, ids);
    if (open > 0) throw openOrders(open);
    const members = await lockMembersOf(tx, accountId);
    await revokeKeysOf(tx, accountId, at);
    await deleteInvitationsOf(tx, accountId);
    await deleteMembers(
      tx,
      members.map(({ id }) => id),
    );
    await setClosed(tx, accountId, at);
    await tellAccessChanged(tx, ids);
    const detail = { members: members.map(({ username }) => username) };
    await recordAction(tx, { at, actor, action: "account.close", subject: `account ${accountId}`, detail });
  });
}
