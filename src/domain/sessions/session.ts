import type { Mode } from "../wallet/wallet.ts";

/** What a member may do in the account; the operator belongs to no account. */
export const accountRoles = ["owner", "developer", "billing", "viewer"] as const;
export type AccountRole = (typeof accountRoles)[number];
export type Role = AccountRole | "operator";

/** A session ends after this long without a request, and after this long in any case. */
export const idleSeconds = 12 * 3600;
export const longestSeconds = 30 * 86_400;

/** The next sign-in ends the least recently used session: refusing it would let a thief lock the member out. */
export const mostSessions = 50;

/** The signed-in member, read from the database on every request. */
export interface Signed {
  sessionId: number;
  memberId: number;
  username: string;
  email: string | null;
  emailConfirmed: boolean;
  role: Role;
  totp: boolean;
  /** Somebody else knows the password, so it must be changed before anything else. */
  mustChangePassword: boolean;
  account: { id: number; username: string; currency: string; suspendedAt: Date | null } | null;
  /** The account's wallet in the requested mode. */
  wallet: { id: number; mode: Mode } | null;
}

export interface ListedSession {
  id: number;
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  userAgent: string;
}

/** Where a session comes from, as it is shown to its owner. */
export interface Device {
  ip: string;
  userAgent: string;
}
