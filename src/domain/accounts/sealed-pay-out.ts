import type { Place, Sealer } from "../../kit/seal.ts";

const placeOf = (accountId: number): Place => ["accounts.pay_out_to_sealed", accountId];

export const sealPayOut = (sealer: Sealer, accountId: number, to: string): Buffer =>
  sealer.seal(to, placeOf(accountId));

/** Where the balance of a closed account goes; null if nobody specified it. */
export const openPayOut = (
  sealer: Sealer,
  account: { id: number; payOutToSealed: Buffer | null },
): string | null => account.payOutToSealed && sealer.open(account.payOutToSealed, placeOf(account.id));
