import type { Mode } from "../wallet/wallet.ts";

/** What a key may do: read; also rent and manage orders; also administer the account. */
export const scopes = ["read", "rent", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** The recognizable prefixes of keys (contract, "Two kinds of key"). */
export const keyPrefixes: Record<Mode, string> = { live: "zap_live_", test: "zap_test_" };

/**
 * What a caller may do: members without the right to codes may see their account's orders and money, but not what the
 * orders received.
 */
const ranks = ["list", ...scopes] as const;
export type Access = (typeof ranks)[number];

/** The caller of a request: their wallet, and what they may do. */
export interface Caller {
  /** Null if a member is signed in instead. */
  keyId: number | null;
  walletId: number;
  accountId: number;
  username: string;
  mode: Mode;
  currency: string;
  scopes: Access[];
  dailyCapMinor: number | null;
  /** When the key expires; null if it does not, or if a member is signed in. */
  expiresAt: Date | null;
}

/** A wider scope includes the narrower ones. */
export const allows = (held: readonly Access[], needed: Access): boolean =>
  held.some((scope) => ranks.indexOf(scope) >= ranks.indexOf(needed));
