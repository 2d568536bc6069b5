import type { Tx } from "../../kit/db.ts";
import { invalid } from "../../kit/errors.ts";
import { sealPayOut } from "../accounts/sealed-pay-out.ts";
import { endAccount } from "../accounts/end-account.ts";
import { tellAccessChanged } from "../delivery/tell-access-changed.ts";
import type { Deps } from "../deps.ts";
import { countOpenOrders } from "../orders/queries.ts";
import { post } from "../wallet/post.ts";
import { findWallet } from "../wallet/queries.ts";
import { lockWalletsOf } from "../wallet/lock.ts";
import type { Wallet } from "../wallet/wallet.ts";
import { balanceLeft, balanceOwed, openOrders } from "./errors.ts";
import { eraseParticulars } from "./erase-particulars.ts";
import { proveSelf, type Proof } from "./prove-self.ts";
import { deleteMembers, lockMembersOf } from "./sql.ts";

export interface CloseInput {
  accountId: number;
  proof: Proof;
  /** What happens to the remaining money: the operator pays it out, or it is forfeited. Required if there is any. */
  balance: "pay_out" | "give_up" | null;
  /** Where to pay it, for the operator: a bank account, for example. */
  payOutTo: string | null;
  actor: string;
}

/**
 * Closes an account for good: keys are revoked, members and their sessions are gone. Orders, postings and the audit
 * log stay, because the books must; e-mail and IP addresses do not. Refuses `open_orders`, `balance_left` without a decision, and `balance_owed`; the
 * wallets' locks prevent new orders and credits during the closing.
 */
export async function closeAccount(
  deps: Pick<Deps, "db" | "clock" | "sealer">,
  input: CloseInput,
): Promise<void> {
  const { accountId, proof, actor } = input;
  await proveSelf(deps, proof, "password");
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const wallets = [await findWallet(tx, accountId, "live"), await findWallet(tx, accountId, "test")];
    const ids = wallets.map((wallet) => (wallet as Wallet).id);
    const locked = await lockWalletsOf(
      tx,
      ids.map((walletId) => ({ walletId })),
    );
    const open = await countOpenOrders(tx, ids);
    if (open > 0) throw openOrders(open);
    const left = await settle(
      { tx, ...deps },
      locked.find(({ mode }) => mode === "live") as Wallet,
      input,
      at,
    );
    const members = await lockMembersOf(tx, accountId);
    await endAccount(tx, { accountId, payOutToSealed: left.payOutSealed }, at);
    const detail = { members: members.map(({ username }) => username), ...left.detail };
    await eraseParticulars(tx, deps.sealer, { accountId, actor, detail, at });
    await deleteMembers(
      tx,
      members.map(({ id }) => id),
    );
    await tellAccessChanged(tx, ids);
  });
}

/** Remaining money goes where its owner says; it stays in the books until it is paid out. */
async function settle(
  { tx, sealer }: { tx: Tx } & Pick<Deps, "sealer">,
  { id: walletId, spendableMinor: amountMinor, currency }: Wallet,
  { accountId, balance, payOutTo }: CloseInput,
  at: Date,
): Promise<{ payOutSealed: Buffer | null; detail: object }> {
  if (amountMinor < 0) throw balanceOwed(-amountMinor, currency);
  if (amountMinor === 0) return { payOutSealed: null, detail: {} };
  if (balance === null) throw balanceLeft(amountMinor, currency);
  const detail = { balance, amountMinor };
  if (balance === "give_up") {
    await post(tx, [{ walletId, kind: "forfeit", amountMinor, reason: "given up at closing" }], at);
    return { payOutSealed: null, detail };
  }
  if (payOutTo === null || payOutTo.trim() === "")
    throw invalid("pay_out_to", "Say where the money goes to, such as a bank account with its holder.");
  return { payOutSealed: sealPayOut(sealer, accountId, payOutTo.trim()), detail };
}
