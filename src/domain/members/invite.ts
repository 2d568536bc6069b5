import type { Tx } from "../../kit/db.ts";
import { secondsAfter } from "../../kit/clock.ts";
import { invalid } from "../../kit/errors.ts";
import { newToken, sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import { tellChanged } from "../delivery/tell-changed.ts";
import { findWalletIds } from "../wallet/queries.ts";
import { postLetter } from "../mail/post-letter.ts";
import { countAttempt, requireAttemptsLeft } from "../sessions/attempt.ts";
import { roleMissing } from "../sessions/errors.ts";
import type { AccountRole } from "../sessions/session.ts";
import { emailUnconfirmed, invitationNotFound, teamFull } from "./errors.ts";
import { invitationLetter } from "./letters.ts";
import { mayWrite } from "./limit-letters.ts";
import { isEmail, linkSeconds, readsCodes } from "./member.ts";
import { requireProof, type PossibleProof } from "./prove-self.ts";
import { linkPrefix, linkTo, type LinkDeps } from "./send-link.ts";
import { deleteInvitation, deleteInvitationsTo, insertInvitation } from "./invitations/sql.ts";
import { countTeam } from "./queries.ts";
import { shareMember } from "./sql.ts";

export interface InviteInput {
  account: { id: number; username: string };
  /** The inviter's proof; needed to invite somebody who will read codes. */
  proof: PossibleProof;
  email: string;
  role: AccountRole;
  actor: string;
}

export interface Invited {
  id: number;
  /** For the inviter to pass on if no letter is sent. */
  link: string;
  /** False: the address has reached its hourly limit of letters. */
  written: boolean;
}

/** Members and open invitations. Inviters are serialized by the limits below. */
const mostInTeam = 100;
const perHour = { most: 20, seconds: 3600 };
const perDay = { most: 50, seconds: 86_400 };

/**
 * Invites somebody into the team: by a letter, and by the link that the inviter may pass on. The invitation ends when
 * the inviter leaves the team. Never reveals whether the address is a member's. Refuses `email_unconfirmed`,
 * `team_full`, and, if the role reads codes, whatever a proof refuses: a stolen session must not be able to bring in
 * somebody who reads them.
 */
export async function invite(deps: LinkDeps, input: InviteInput): Promise<Invited> {
  const { account, proof, email, role, actor } = input;
  const { memberId } = proof;
  if (!isEmail(email)) throw invalid("email", `"${email.slice(0, 100)}" is not an e-mail address.`);
  const limits = [
    { subject: `invitations of ${account.id}`, ...perHour },
    { subject: `invitations of ${account.id} in a day`, ...perDay },
  ];
  if (readsCodes(role)) {
    await deps.db.transaction(async (tx) => {
      await requireAttemptsLeft(tx, limits, deps.clock.now());
      await requireRoom(tx, input, deps.clock.now());
    });
    // Last, so that a code is not used up by a request that is refused anyway.
    await requireProof(deps, proof, "invite somebody who can read codes");
  }
  const at = deps.clock.now();
  const token = newToken(linkPrefix);
  const link = linkTo(deps, "invitation", token);
  return deps.db.transaction(async (tx) => {
    await countAttempt(tx, limits, at);
    const expiresAt = secondsAfter(at, linkSeconds.invite);
    await requireRoom(tx, input, at);
    await deleteInvitationsTo(tx, account.id, email);
    const invitation = { accountId: account.id, email, role, tokenHash: sha256(token), expiresAt };
    const id = await insertInvitation(tx, { ...invitation, createdBy: memberId }, at);
    await tellChanged(tx, "account", await findWalletIds(tx, account.id));
    const written = await mayWrite(tx, deps.sealer, { kind: "unasked", email }, at);
    const letter = {
      ...invitationLetter(email, account.username, role, link),
      linkHash: sha256(token),
      whose: { accountId: account.id },
    };
    if (written) await postLetter(tx, deps.sealer, letter, at);
    const subject = `account ${account.id}`;
    await recordAction(tx, { at, actor, action: "member.invite", subject, detail: { email, role } });
    return { id, link, written };
  });
}

/**
 * The inviter is an owner of the account with a confirmed address, and the team has room. Whoever is invited again
 * takes no further place.
 */
async function requireRoom(tx: Tx, { account, proof, email }: InviteInput, at: Date): Promise<void> {
  const inviter = await shareMember(tx, proof.memberId);
  if (inviter?.role !== "owner" || inviter.accountId !== account.id) throw roleMissing(); // Changed a moment ago.
  if (!inviter.emailConfirmedAt) throw emailUnconfirmed("invite anybody");
  if ((await countTeam(tx, { accountId: account.id, besides: email }, at)) >= mostInTeam)
    throw teamFull(mostInTeam);
}

/** Withdraws an invitation: its link stops working. */
export function uninvite(
  { db, clock }: Pick<LinkDeps, "db" | "clock">,
  { accountId, id, actor }: { accountId: number; id: number; actor: string },
): Promise<void> {
  return db.transaction(async (tx) => {
    if (!(await deleteInvitation(tx, accountId, id))) throw invitationNotFound();
    await tellChanged(tx, "account", await findWalletIds(tx, accountId));
    const subject = `invitation ${id}`;
    await recordAction(tx, { at: clock.now(), actor, action: "member.uninvite", subject });
  });
}
