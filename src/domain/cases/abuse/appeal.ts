import { secondsAfter } from "../../../kit/clock.ts";
import { invalid } from "../../../kit/errors.ts";
import { sha256 } from "../../../kit/secrets.ts";
import { recordAction } from "../../audit/record-action.ts";
import { daySeconds, type CaseDeps } from "../rules.ts";
import { notAppealable, reportNotFound } from "./errors.ts";
import { noteEntry } from "./note-entry.ts";
import { findReportByToken, listEntries } from "./queries.ts";
import { aReporter, mayAppeal, type Side } from "./report.ts";
import { lockReport, setAppealed } from "./sql.ts";
import { tellMailbox } from "./tell-mailbox.ts";

/** An appeal by whoever has the reporter's link. Refuses `report_not_found` and `not_appealable`. */
export async function appealAsReporter(
  deps: CaseDeps,
  { token, text }: { token: string; text: string },
): Promise<void> {
  const report = await findReportByToken(deps.db, sha256(token));
  if (!report) throw reportNotFound();
  await appeal(deps, { id: report.id, side: "reporter", text, actor: aReporter });
}

/** An appeal by an owner of the account that the case is about. Refuses `report_not_found` and `not_appealable`. */
export async function appealAsCustomer(
  deps: CaseDeps,
  { id, accountId, text, actor }: { id: number; accountId: number; text: string; actor: string },
): Promise<void> {
  await appeal(deps, { id, side: "customer", accountId, text, actor });
}

/**
 * An appeal that came by mail or telephone, entered by the operator. Refuses `report_not_found`, `not_appealable`, and
 * `invalid_request` if it came before the decision or in the future.
 *
 * @param receivedAt when it came: it is in time, and answered in time, from then on
 */
export async function enterAppeal(
  deps: CaseDeps,
  input: { id: number; side: Side; text: string; receivedAt: Date | null; actor: string },
): Promise<void> {
  await appeal(deps, { ...input, receivedAt: input.receivedAt ?? deps.clock.now() });
}

async function appeal(
  deps: CaseDeps,
  input: { id: number; side: Side; accountId?: number; text: string; receivedAt?: Date; actor: string },
): Promise<void> {
  const { id, side, accountId, actor } = input;
  const text = input.text.trim();
  if (text.length < 10) throw invalid("text", "Say in at least 10 characters why you disagree.");
  const at = deps.clock.now();
  const { receivedAt = at } = input;
  const dueAt = secondsAfter(receivedAt, deps.caseRules.decisionDays * daySeconds);
  await deps.db.transaction(async (tx) => {
    const report = await lockReport(tx, id);
    // Others learn nothing of a case, not even that it exists.
    if (!report || (accountId !== undefined && report.accountId !== accountId)) throw reportNotFound();
    if (side === "customer" && report.accountId === null) throw notAppealable();
    if (receivedAt > at || (report.decidedAt !== null && receivedAt < report.decidedAt))
      throw invalid("received", "An appeal comes after the decision, and not in the future.");
    if (!mayAppeal(report, await listEntries(tx, [id]), side, receivedAt)) throw notAppealable();
    await setAppealed(tx, id, dueAt);
    await noteEntry(tx, deps.sealer, {
      reportId: id,
      at,
      kind: "appeal",
      side,
      outcome: null,
      dueAt,
      words: { text },
    });
    await recordAction(tx, { at, actor, action: "report.appeal", subject: `report ${id}`, detail: { side } });
    await tellMailbox(deps, tx, { id, dueAt }, at);
  });
}
