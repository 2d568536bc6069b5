import { invalid } from "../../kit/errors.ts";
import type { Tx } from "../../kit/db.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { once, type Idempotency } from "../idempotency/once.ts";
import {
  accountClosed,
  amountNotConfirmed,
  amountTooLarge,
  balanceBelowZero,
  noSuchWallet,
  referenceMissing,
  referenceUsed,
} from "./errors.ts";
import { post } from "./post.ts";
import { findPostingByReference, findWallet, isClosed } from "./queries.ts";
import { lockReference, lockWallets } from "./sql.ts";
import type { Mode, Wallet } from "./wallet.ts";

const mostMinor = 100_000_000_000_00;
const longestReference = 100;

export interface CreditInput {
  accountId: number;
  mode: Mode;
  /** Negative takes money out (an adjustment). */
  amountMinor: number;
  reason: string;
  /**
   * The payment's reference elsewhere, such as a bank's transfer: each is booked only once. Required for live money
   * that comes in.
   */
  reference: string | null;
  /** Whether the balance may fall below zero: the account owes the rest. */
  mayOwe: boolean;
  /** From this amount on the operator must type it twice; 0: never. */
  largeMinor: number;
  /** The amount again, as the operator typed it the second time. */
  confirmedMinor: number | null;
  idempotency: Idempotency | null;
  actor: string;
}

export interface Credited {
  spendableMinor: number;
  heldMinor: number;
  currency: string;
}

/**
 * Puts money into a wallet, or takes it out, on the operator's order; returns the wallet as it is afterwards. Refuses
 * `account_closed`, `reference_used`, `balance_below_zero` and `amount_not_confirmed`: mistakes that are easily made
 * need a reference or a confirmation.
 */
export async function credit(
  { db, clock }: Pick<Deps, "db" | "clock">,
  input: CreditInput,
): Promise<Credited> {
  const { accountId, mode, amountMinor, largeMinor, confirmedMinor, idempotency } = input;
  if (Math.abs(amountMinor) > mostMinor) throw amountTooLarge();
  const reference = readReference(input);
  if (largeMinor > 0 && Math.abs(amountMinor) >= largeMinor && confirmedMinor !== amountMinor)
    throw amountNotConfirmed(amountMinor);
  const at = clock.now();
  return db.transaction(async (tx) => {
    const found = await findWallet(tx, accountId, mode);
    if (!found) throw noSuchWallet(accountId);
    // Cannot collide with the keys of the account's own requests, which contain no blank.
    const key = idempotency && { ...idempotency, key: `operator ${idempotency.key}` };
    return once(tx, { walletId: found.id, idempotency: key }, at, () =>
      book(tx, found.id, { ...input, reference }, at),
    );
  });
}

function readReference({ mode, amountMinor, reference }: CreditInput): string | null {
  const text = reference?.trim().replaceAll(/\s+/g, " ") ?? "";
  if (text.length > longestReference)
    throw invalid("reference", `A reference can have at most ${longestReference} characters.`);
  if (text === "" && mode === "live" && amountMinor > 0) throw referenceMissing();
  return text === "" ? null : text;
}

async function book(tx: Tx, walletId: number, input: CreditInput, at: Date): Promise<Credited> {
  const { accountId, mode, amountMinor, reason, reference, mayOwe, actor } = input;
  const [wallet] = await lockWallets(tx, [walletId]);
  if (amountMinor > 0 && (await isClosed(tx, walletId))) throw accountClosed(accountId);
  const { spendableMinor, currency } = wallet as Wallet;
  if (amountMinor < 0 && spendableMinor + amountMinor < 0 && !mayOwe)
    throw balanceBelowZero(spendableMinor, currency);
  if (reference !== null) await requireUnused(tx, reference);
  const kind = amountMinor > 0 ? "credit" : "adjustment";
  const movement = { walletId, kind, amountMinor: Math.abs(amountMinor), reason } as const;
  await post(tx, [{ ...movement, reference: reference ?? undefined }], at);
  const detail = { mode, amountMinor, reason, ...(reference === null ? {} : { reference }) };
  const subject = `account ${accountId}`;
  await recordAction(tx, { at, actor, action: `wallet.${kind}`, subject, detail });
  const after = (await findWallet(tx, accountId, mode)) as Wallet;
  return { spendableMinor: after.spendableMinor, heldMinor: after.heldMinor, currency };
}

async function requireUnused(tx: Tx, reference: string): Promise<void> {
  await lockReference(tx, reference);
  const booked = await findPostingByReference(tx, reference);
  if (booked) throw referenceUsed(reference, booked);
}
