import type { Tx } from "../../kit/db.ts";
import { forgetKeyAddresses } from "../accounts/sql.ts";
import { chainAll } from "../audit/chain/extend.ts";
import { sumOfErased } from "../audit/chain/link.ts";
import { eraseAddresses, findAddresses } from "../audit/chain/sql.ts";
import { listRemovedMembers } from "../audit/queries.ts";
import { nameOfActor, recordAction } from "../audit/record-action.ts";
import { deleteLettersTo } from "../mail/sql.ts";
import { forgetAttempts, forgetFailuresOf } from "../sessions/attempt.ts";
import { deleteInvitationsOf } from "./invitations/sql.ts";
import { forgetLettersTo } from "./limit-letters.ts";
import type { Member } from "./member.ts";

interface Closing {
  accountId: number;
  members: readonly Pick<Member, "id" | "username" | "email">[];
  actor: string;
  /** For the audit log, without addresses. */
  detail: Record<string, unknown>;
  at: Date;
}

/**
 * Records the closing of an account, and erases the e-mail and IP addresses of its people from wherever they outlive
 * them: invitations, audit log, keys, outbox, counted attempts. Names stay in the audit log as pseudonyms.
 */
export async function eraseParticulars(tx: Tx, closing: Closing): Promise<void> {
  const { accountId, members } = closing;
  const removed = await listRemovedMembers(tx, accountId);
  await eraseFromAudit(tx, [...members, ...removed], closing);
  await forgetKeyAddresses(tx, accountId);
  const emails = members.flatMap(({ email }) => (email === null ? [] : [email]));
  const mailboxes = [...emails, ...(await deleteInvitationsOf(tx, accountId))];
  await deleteLettersTo(tx, mailboxes);
  for (const mailbox of mailboxes) await forgetLettersTo(tx, mailbox);
  for (const { id } of [...members, ...removed]) {
    await forgetFailuresOf(tx, id);
    await forgetAttempts(tx, `mail of member ${id}`);
  }
}

async function eraseFromAudit(
  tx: Tx,
  people: readonly { id: number; username: string }[],
  { accountId, actor, detail, at }: Closing,
): Promise<void> {
  await chainAll(tx); // Only what is chained can be erased without a gap in the proof.
  const subjects = [`account ${accountId}`, ...people.map(({ id }) => `member ${id}`)];
  const actors = people.map(({ username }) => username);
  const ids = await findAddresses(tx, { subjects, actors, until: at });
  const erasedBy = await recordAction(tx, {
    at,
    actor: nameOfActor(actor),
    action: "account.close",
    subject: `account ${accountId}`,
    detail: { ...detail, ...sumOfErased(ids) },
  });
  await eraseAddresses(tx, ids, erasedBy);
}
