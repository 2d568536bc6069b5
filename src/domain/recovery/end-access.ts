import { revokeKeysMadeBy, type RevokedKey } from "../accounts/revoke.ts";
import type { Tx } from "../../kit/db.ts";
import { withdrawInvitations } from "../members/invitations/withdraw.ts";
import type { Member } from "../members/member.ts";
import { dropPendingTotp, dropSecondFactor } from "../members/second-factor/drop.ts";
import { dropPasskeys } from "../passkeys/drop-all.ts";
import { endSessionsOf } from "../sessions/end-sessions.ts";

/** What a reset or a first confirmation ended: every way in that somebody else could still have. */
export interface Ended {
  sessions: number;
  /** By name. */
  passkeys: string[];
  /** Whether two-factor sign-in was on, or being set up, and was removed. */
  twoFactor: boolean;
  keys: RevokedKey[];
  /** Addresses whose invitations were taken back. */
  invitations: string[];
}

/**
 * Ends every way in that a member, or whoever was signed in as them, created. A second factor stays on, unless
 * `twoFactor` says that it may be a stranger's.
 */
export async function endAccess(
  tx: Tx,
  member: Pick<Member, "id" | "totpSealed" | "totpPendingSealed">,
  ends: { exceptSession: number | null; keys: boolean; twoFactor: boolean; actor: string },
  at: Date,
): Promise<Ended> {
  const { id, totpSealed, totpPendingSealed } = member;
  const wasOn = totpSealed !== null && ends.twoFactor;
  if (wasOn) await dropSecondFactor(tx, id);
  await dropPendingTotp(tx, id);
  return {
    sessions: await endSessionsOf(tx, id, ends.exceptSession),
    passkeys: await dropPasskeys(tx, id),
    twoFactor: wasOn || totpPendingSealed !== null,
    keys: ends.keys ? await revokeKeysMadeBy(tx, id, { actor: ends.actor }, at) : [],
    invitations: await withdrawInvitations(tx, id),
  };
}
