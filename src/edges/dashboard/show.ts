import type { ListedVerification } from "../../domain/accounts/verification/verification.ts";
import type { Verification } from "./answers/standing.ts";
import type { ListedKey } from "../../domain/accounts/queries.ts";
import type { RevokedKey } from "../../domain/accounts/revoke.ts";
import type { ListedMember } from "../../domain/members/queries.ts";
import type { Ended } from "../../domain/recovery/end-access.ts";
import type { Signed } from "../../domain/sessions/session.ts";
import type { Wallet } from "../../domain/wallet/wallet.ts";
import { moneyJson } from "../../kit/money.ts";
import { mostCounted } from "../../kit/sort.ts";
import type { Key, RevokedKey as ShownRevokedKey } from "./answers/keys.ts";
import type { Ended as ShownEnded, Me } from "./answers/member.ts";
import type { Member } from "./answers/team.ts";
import type { Wallet as ShownWallet } from "./answers/wallet.ts";

export const moneyOrNull = (minor: number | null): number | null =>
  minor === null ? null : moneyJson(minor);

/** Lists count one row more than they tell of, to know that there are more. */
export const showCount = (count: number): { count: number; more: boolean } => ({
  count: Math.min(count, mostCounted),
  more: count > mostCounted,
});

export const timeOrNull = (at: Date | null): string | null => at && at.toISOString();

/** How links reach people: by e-mail, or the operator passes them on. */
export const mailOf = ({ mails }: { mails: boolean }): "email" | "operator" => (mails ? "email" : "operator");

export const showSigned = ({
  memberId,
  username,
  email,
  emailConfirmed,
  role,
  totp,
  mustChangePassword,
  account,
}: Signed): Omit<Me, "mail"> => ({
  member: { id: memberId, username, email, email_confirmed: emailConfirmed, role, totp },
  must_change_password: mustChangePassword,
  account: account && {
    id: account.id,
    username: account.username,
    currency: account.currency,
    suspended: account.suspendedAt !== null,
  },
  operator: role === "operator",
});

export const showWallet = ({
  spendableMinor,
  heldMinor,
  currency,
  lowBalanceMinor,
}: Wallet): ShownWallet => ({
  balance: moneyJson(spendableMinor),
  held: moneyJson(heldMinor),
  currency,
  low_balance: moneyJson(lowBalanceMinor),
});

export const showKey = (key: ListedKey): Key => ({
  id: key.id,
  name: key.name,
  key: key.hint,
  mode: key.mode,
  scopes: key.scopes,
  allowed_ips: key.allowedIps,
  daily_cap: moneyOrNull(key.dailyCapMinor),
  created_at: key.createdAt.toISOString(),
  created_by: key.createdBy,
  expires_at: timeOrNull(key.expiresAt),
  revoked_at: timeOrNull(key.revokedAt),
  last_used_at: timeOrNull(key.lastUsedAt),
  last_used_ip: key.lastUsedIp,
});

/** A key that was revoked along with something else, with enough to recognise it. */
export const showRevokedKey = ({ id, name, hint, mode }: RevokedKey): ShownRevokedKey => ({
  id,
  name,
  key: hint,
  mode,
});

/** What a password reset or a first confirmation ended. */
export const showEnded = ({ sessions, passkeys, twoFactor, keys, invitations }: Ended): ShownEnded => ({
  sessions,
  passkeys,
  two_factor: twoFactor,
  keys: keys.map(showRevokedKey),
  invitations,
});

export const showMember = (member: ListedMember): Member => ({
  id: member.id,
  username: member.username,
  email: member.email,
  email_confirmed: member.emailConfirmed,
  role: member.role,
  totp: member.totp,
  created_at: member.createdAt.toISOString(),
  last_seen_at: timeOrNull(member.lastSeenAt),
});

export const showVerification = (one: ListedVerification): Verification => ({
  id: one.id,
  account_id: one.accountId,
  username: one.username,
  tier: one.tier,
  has_file: one.fileName !== null,
  asked_at: one.askedAt.toISOString(),
  decided_at: timeOrNull(one.decidedAt),
  decision: one.decision,
  reason: one.reason,
  erased_at: timeOrNull(one.erasedAt),
});
