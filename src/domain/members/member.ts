import type { AccountRole, Role } from "../sessions/session.ts";
import type { Scope } from "../accounts/account.ts";

/** What a role may do with the documented API; operators have no account to do it with. */
const scopesByRole: Record<AccountRole, Scope[]> = {
  owner: ["admin"],
  developer: ["rent"],
  billing: ["read"],
  viewer: ["read"],
};

export const scopesOf = (role: Role): Scope[] => (role === "operator" ? [] : scopesByRole[role]);

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
}

/** Loose on purpose: the confirmation proves an address, not its form. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@\p{C}]+@[^\s@.\p{C}]+(\.[^\s@.\p{C}]+)+$/u.test(text);

/** How long a mailed link is good for. */
export const linkSeconds = { confirm: 3 * 86_400, reset: 3600, invite: 7 * 86_400 } as const;
