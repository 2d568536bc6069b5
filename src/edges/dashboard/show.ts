import type { ListedKey } from "../../domain/accounts/sql.ts";
import type { ListedMember } from "../../domain/members/sql.ts";
import type { Signed } from "../../domain/sessions/session.ts";
import type { Wallet } from "../../domain/wallet/wallet.ts";
import { moneyJson } from "../../kit/money.ts";

export const moneyOrNull = (minor: number | null): number | null =>
  minor === null ? null : moneyJson(minor);

export const timeOrNull = (at: Date | null): string | null => at && at.toISOString();

/** How links reach people: by mail, or the operator hands them on. */
export const mailOf = ({ mails }: { mails: boolean }): "email" | "operator" => (mails ? "email" : "operator");

export const showSigned = ({
  memberId,
  username,
  email,
  emailConfirmed,
  role,
  totp,
  account,
}: Signed): object => ({
  member: { id: memberId, username, email, email_confirmed: emailConfirmed, role, totp },
  account: account && {
    id: account.id,
    username: account.username,
    currency: account.currency,
    suspended: account.suspendedAt !== null,
  },
  operator: role === "operator",
});

export const showWallet = ({ spendableMinor, heldMinor, currency, lowBalanceMinor }: Wallet): object => ({
  balance: moneyJson(spendableMinor),
  held: moneyJson(heldMinor),
  currency,
  low_balance: moneyJson(lowBalanceMinor),
});

export const showKey = (key: ListedKey): object => ({
  id: key.id,
  name: key.name,
  key: key.hint,
  mode: key.mode,
  scopes: key.scopes,
  allowed_ips: key.allowedIps,
  daily_cap: moneyOrNull(key.dailyCapMinor),
  created_at: key.createdAt.toISOString(),
  expires_at: timeOrNull(key.expiresAt),
  revoked_at: timeOrNull(key.revokedAt),
  last_used_at: timeOrNull(key.lastUsedAt),
  last_used_ip: key.lastUsedIp,
});

export const showMember = (member: ListedMember) => ({
  id: member.id,
  username: member.username,
  email: member.email,
  email_confirmed: member.emailConfirmed,
  role: member.role,
  totp: member.totp,
  created_at: member.createdAt.toISOString(),
  last_seen_at: timeOrNull(member.lastSeenAt),
});
