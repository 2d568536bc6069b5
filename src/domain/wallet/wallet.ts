/**
 * Live money, or the sandbox's play money. The two never mix: everything an account owns belongs to one of its
 * wallets.
 */
export type Mode = "live" | "test";

/**
 * A wallet's ledgers. Their balances are credit-positive and sum to zero: what was paid in (`funding`, negative)
 * is what may be spent, what is held for open orders, and what the platform earned.
 */
export type Ledger = "spendable" | "held" | "revenue" | "funding";

export interface Wallet {
  id: number;
  accountId: number;
  mode: Mode;
  currency: string;
  spendableMinor: number;
  heldMinor: number;
  openHolds: number;
  orderSeq: number;
  lowBalanceMinor: number;
  /** Orders that may wait for a code at the same time; null: the setting applies. */
  maxOpenOrders: number | null;
}

/** The kinds of posting, and between which ledgers each moves money. */
export const movements = {
  credit: { debit: "funding", credit: "spendable" },
  hold: { debit: "spendable", credit: "held" },
  capture: { debit: "held", credit: "revenue" },
  release: { debit: "held", credit: "spendable" },
  refund: { debit: "revenue", credit: "spendable" },
  late: { debit: "spendable", credit: "revenue" },
  /** Money taken out by the operator, with a reason. */
  adjustment: { debit: "spendable", credit: "funding" },
  /** Forfeited by the owner who closes the account. */
  forfeit: { debit: "spendable", credit: "revenue" },
} as const satisfies Record<string, { debit: Ledger; credit: Ledger }>;

export type PostingKind = keyof typeof movements;

export interface Movement {
  walletId: number;
  kind: PostingKind;
  amountMinor: number;
  orderId?: number;
  reason?: string;
  /** The payment's reference elsewhere; none is booked twice. */
  reference?: string;
  /** How the order ended, where that counts for the account's limits; `not placed`: no supplier had a number. */
  outcome?: "with a code" | "without a code" | "not placed";
  /** Of a release or a refund: when the money was spent, because it counts for that day. */
  spentAt?: Date;
}
