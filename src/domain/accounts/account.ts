import type { Mode } from "../wallet/wallet.ts";

/** What a key may do: read; rent and steer orders as well; administer the account as well. */
export const scopes = ["read", "rent", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** The recognisable beginnings of keys (contract, "Two kinds of key"). */
export const keyPrefixes: Record<Mode, string> = { live: "zap_live_", test: "zap_test_" };

/** Who makes a request: whose wallet it is about, and what they may do. */
export interface Caller {
  /** Null when a member is signed in instead. */
  keyId: number | null;
  walletId: number;
  accountId: number;
  username: string;
  mode: Mode;
  currency: string;
  scopes: Scope[];
  dailyCapMinor: number | null;
  /** Of the key; null: it has no end, or a member is signed in. */
  expiresAt: Date | null;
}

/** A wider scope includes the narrower ones. */
export const allows = (held: Scope[], needed: Scope): boolean =>
  held.some((scope) => scopes.indexOf(scope) >= scopes.indexOf(needed));
