import { secondsAfter } from "../../../kit/clock.ts";
import type { Tx } from "../../../kit/db.ts";
import { invalid } from "../../../kit/errors.ts";
import { requireAccount } from "../../accounts/require-account.ts";
import { resumeWithin, suspendWithin } from "../../accounts/suspend.ts";
import { recordAction } from "../../audit/record-action.ts";
import { retireWithin } from "../../numbers/retire.ts";
import { daySeconds, type CaseDeps } from "../rules.ts";
import { alreadyDecided, neverHadNumber, reportNotFound } from "./errors.ts";
import { noteEntry } from "./note-entry.ts";
import { listEntries, listHolders } from "./queries.ts";
import {
  appellantsOf,
  caseName,
  type Entry,
  type Outcome,
  type Report,
  type Side,
  type Words,
} from "./report.ts";
import { lockReport, lockSuspension, setDecided, setSuspension } from "./sql.ts";
import { tellDecision } from "./tell-decision.ts";

export interface Decision {
  id: number;
  outcome: Outcome;
  /** Id or name of the customer whom it is about; null: whoever the case is about already, or nobody. */
  account: string | null;
  /** The reasons for each side; a side that is not told of the decision needs none. */
  toReporter: string | null;
  toCustomer: string | null;
  actor: string;
}

/**
 * Decides a report, or an appeal, and tells both sides why; if an appeal changes nothing, only whoever appealed. Takes
 * the number out or suspends the account in the same transaction; a suspension that an appeal overturns ends, unless
 * another case or somebody's own decision keeps it. Refuses `report_decided`, `never_had_number`, `number_not_found` and `account_not_found`.
 */
export async function decide(deps: CaseDeps, decision: Decision): Promise<void> {
  const { id, outcome, actor } = decision;
  const at = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const report = await lockReport(tx, id);
    if (!report) throw reportNotFound();
    const { number } = report;
    if (report.state === "decided" || number === null) throw alreadyDecided(caseName(id));
    const account = await findCustomer(tx, { ...report, number }, decision);
    const entries = await listEntries(tx, [id]);
    const words = reasonsOf(decision, whoIsTold(report, entries, decision, account !== null));
    const isNamedNow = account !== null && report.accountId === null;
    const appealUntil =
      report.outcome !== outcome || isNamedNow || !report.appealUntil
        ? secondsAfter(at, deps.caseRules.appealDays * daySeconds)
        : report.appealUntil;
    const about = { ...report, number, accountId: account?.id ?? null };
    await act(deps, tx, { report: about, outcome, reason: `case ${caseName(id)}`, actor });
    await setDecided(tx, { id, accountId: about.accountId, outcome, at, appealUntil });
    await noteEntry(tx, deps.sealer, {
      reportId: id,
      at,
      kind: "decision",
      side: "operator",
      outcome,
      dueAt: report.dueAt,
      words,
    });
    await recordAction(tx, {
      at,
      actor,
      action: "report.decide",
      subject: `report ${id}`,
      detail: { outcome },
    });
    await tellDecision(deps, tx, { ...words, outcome, report: about, entries, appealUntil }, at);
  });
}

/** Of an appeal that changes nothing, the other side need not know. */
function whoIsTold(
  { state, outcome: before, accountId }: Report,
  entries: readonly Pick<Entry, "kind" | "side">[],
  { outcome }: Decision,
  hasCustomer: boolean,
): Side[] {
  const isNews = state === "open" || before !== outcome;
  const appellants = appellantsOf(entries);
  const sides: Side[] = hasCustomer ? ["reporter", "customer"] : ["reporter"];
  return sides.filter(
    (side) => isNews || appellants.includes(side) || (side === "customer" && accountId === null),
  );
}

function reasonsOf({ toReporter, toCustomer }: Decision, told: Side[]): Words {
  return {
    ...(told.includes("reporter") ? { toReporter: said("to_reporter", toReporter) } : {}),
    ...(told.includes("customer") ? { toCustomer: said("to_customer", toCustomer) } : {}),
  };
}

function said(field: string, text: string | null): string {
  if (!text?.trim())
    throw invalid(field, `${field} must give the reasons: that side is told of the decision.`);
  return text.trim();
}

/** Only somebody who had the number: what the decision says is for nobody else. */
async function findCustomer(
  tx: Tx,
  { accountId, number }: { accountId: number | null; number: string },
  { account: named, outcome }: Decision,
): Promise<{ id: number; username: string } | null> {
  const wanted = named ?? (accountId === null ? null : String(accountId));
  if (wanted === null) {
    if (outcome === "account_suspended") throw invalid("account", "Say which account is suspended.");
    return null;
  }
  const account = await requireAccount(tx, wanted);
  if (accountId !== null && account.id !== accountId)
    throw invalid("account", "An appeal is decided about the same account as the report.");
  const [held] = await listHolders(tx, number, { accountId: account.id, limit: 1 });
  if (!held) throw neverHadNumber(account.username, `+${number}`);
  return account;
}

async function act(
  { clock }: CaseDeps,
  tx: Tx,
  {
    report,
    outcome,
    reason,
    actor,
  }: { report: Report & { number: string }; outcome: Outcome; reason: string; actor: string },
): Promise<void> {
  const { id, number, accountId, outcome: before } = report;
  const at = clock.now();
  if (outcome === "number_retired") await retireWithin(tx, { number, reason, actor }, at);
  if (accountId === null || before === outcome) return;
  const suspension = await lockSuspension(tx, accountId, id);
  if (outcome === "account_suspended") {
    if (suspension.at === null) await suspendWithin(tx, { accountId, reason, actor }, at);
    // One that somebody made by hand is theirs to end.
    await setSuspension(
      tx,
      id,
      suspension.at === null || suspension.isOfOthers ? (suspension.at ?? at) : null,
    );
  }
  if (before === "account_suspended") {
    if (suspension.isOfCase && !suspension.isOfOthers) await resumeWithin(tx, { accountId, actor }, at);
    await setSuspension(tx, id, null);
  }
}
