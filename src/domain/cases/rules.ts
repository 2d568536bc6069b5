import type { LinkDeps } from "../members/send-link.ts";

/** The settings of cases. */
export interface CaseRules {
  /** The address that reports of abuse can be mailed to; empty: there is none. */
  mailbox: string;
  /** Days within which a report, and an appeal, is decided. */
  decisionDays: number;
  /** Days within which both sides may appeal. */
  appealDays: number;
}

export interface CaseDeps extends LinkDeps {
  caseRules: CaseRules;
}

export const daySeconds = 86_400;
