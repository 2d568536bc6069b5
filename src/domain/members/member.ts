import { allows, type Access, type Scope } from "../accounts/account.ts";
import type { AccountRole, Role } from "../sessions/session.ts";

/** What a role may do with its account's orders; codes are for those who may rent. Operators have no account. */
const accessByRole: Record<AccountRole, Access[]> = {
  owner: ["admin"],
  developer: ["rent"],
  billing: ["list"],
  viewer: ["list"],
};

export const accessOf = (role: Role): Access[] => (role === "operator" ? [] : accessByRole[role]);

/** Whether a role may see codes and the texts they came in. */
export const readsCodes = (role: Role): boolean => allows(accessOf(role), "read");

/**
 * Whether somebody in that role may create, or keep, a key with these scopes: nobody can grant more than they have.
 */
export const mayHold = (role: Role, scopes: Scope[]): boolean =>
  readsCodes(role) && scopes.every((scope) => allows(accessOf(role), scope));

export interface Member {
  id: number;
  accountId: number | null;
  username: string;
  email: string | null;
  emailConfirmedAt: Date | null;
  role: Role;
  passwordHash: string;
  totpSealed: Buffer | null;
  totpPendingSealed: Buffer | null;
  /** Somebody else chose the password, and knows it. */
  mustChangePassword: boolean;
}

/** Deliberately loose: the confirmation verifies the address, not its format. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@\p{C}]+@[^\s@.\p{C}]+(\.[^\s@.\p{C}]+)+$/u.test(text);

/** How long a mailed link is valid. */
export const linkSeconds = { confirm: 3 * 86_400, reset: 3600, invite: 7 * 86_400 } as const;
