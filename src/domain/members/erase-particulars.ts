import type { Tx } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { eraseAddressesFromAudit } from "../audit/chain/erase-addresses.ts";
import { nameOfActor } from "../audit/record-action.ts";
import { forgetLettersOf } from "../mail/forget-letters.ts";
import { noteErasures } from "../erasures/note-erasures.ts";
import { forgetAttempts, forgetFailuresOf } from "../sessions/attempt.ts";
import { deleteInvitationsOf } from "./invitations/sql.ts";
import { forgetLettersTo } from "./limit-letters.ts";
import { listActing, subjectsOf } from "./list-acting.ts";
import { listMembers } from "./queries.ts";

interface Closing {
  accountId: number;
  actor: string;
  /** For the audit log, without addresses. */
  detail: Record<string, unknown>;
  at: Date;
}

/**
 * Records the closing of an account, and erases the e-mail and IP addresses of its people from wherever they outlive
 * them: invitations, audit log, outbox, counted attempts. Names stay in the audit log as pseudonyms.
 */
export async function eraseParticulars(tx: Tx, sealer: Sealer, closing: Closing): Promise<void> {
  const { accountId, actor, detail, at } = closing;
  const members = await listMembers(tx, accountId);
  const people = await listActing(tx, accountId, at);
  await eraseAddressesFromAudit(
    tx,
    { subjects: subjectsOf(accountId, people), actors: people },
    { at, actor: nameOfActor(actor), action: "account.close", subject: `account ${accountId}`, detail },
  );
  const emails = members.flatMap(({ email }) => (email === null ? [] : [email]));
  const mailboxes = [...emails, ...(await deleteInvitationsOf(tx, accountId))];
  const letters = await forgetLettersOf(tx, accountId);
  for (const mailbox of mailboxes) await forgetLettersTo(tx, sealer, mailbox);
  for (const { id } of people) {
    await forgetFailuresOf(tx, id);
    await forgetAttempts(tx, `mail of member ${id}`);
  }
  await noteErasures(tx, { accounts: 1, members: members.length, letters }, at);
}
