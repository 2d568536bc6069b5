import type { Config } from "../config.ts";
import type { CaseRules } from "../domain/cases/rules.ts";

/** The settings of cases, for the server and the operator's tool alike. */
export const caseRulesOf = (
  config: Pick<Config, "ABUSE_MAILBOX" | "ABUSE_DECISION_DAYS" | "ABUSE_APPEAL_DAYS">,
): CaseRules => ({
  mailbox: /<([^>]+)>/.exec(config.ABUSE_MAILBOX)?.[1] ?? config.ABUSE_MAILBOX,
  decisionDays: config.ABUSE_DECISION_DAYS,
  appealDays: config.ABUSE_APPEAL_DAYS,
});
