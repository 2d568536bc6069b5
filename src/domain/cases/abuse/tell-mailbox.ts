import type { Tx } from "../../../kit/db.ts";
import { postLetter } from "../../mail/post-letter.ts";
import type { CaseDeps } from "../rules.ts";
import { waitingLetter } from "./letters.ts";

/** Tells the operator's mailbox for reports, if there is one, that a case waits for a decision. */
export async function tellMailbox(
  { sealer, caseRules: { mailbox }, publicBaseUrl }: CaseDeps,
  tx: Tx,
  { id, dueAt }: { id: number; dueAt: Date },
  at: Date,
): Promise<void> {
  if (mailbox === "") return;
  await postLetter(tx, sealer, { to: mailbox, ...waitingLetter(id, dueAt, publicBaseUrl()) }, at);
}
