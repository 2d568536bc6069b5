import type { FastifyReply } from "fastify";
import type { Queryable } from "../../kit/db.ts";
import type { CatalogDeps } from "../../domain/catalog/list-services.ts";
import type { Deps } from "../../domain/deps.ts";
import type { StandingRules } from "../../domain/accounts/standing/standing.ts";
import type { LimitRules } from "../../domain/orders/limits/rent-limits.ts";
import type { Checks } from "../../domain/monitoring/health.ts";
import type { JobRun } from "../../domain/monitoring/job-run.ts";
import type { CaseDeps } from "../../domain/cases/rules.ts";
import type { AssignDeps } from "../../domain/messages/assign.ts";
import type { ReceiveDeps } from "../../domain/messages/receive.ts";
import type { RetentionSettings } from "../../domain/privacy/retention.ts";
import type { Weakened } from "../../domain/safeguards/list-weakened.ts";
import type { Signed } from "../../domain/sessions/session.ts";
import type { SourceKinds } from "../../domain/sources/kind.ts";

export const dashboardPrefix = "/dashboard/api";

/** The settings that the dashboard's answers depend on. */
export interface DashboardSettings {
  signUpOpen: boolean;
  currency: string;
  lowBalanceMinor: number;
  /** From this amount on the operator types it twice; 0: never. */
  largeAmountMinor: number;
  topUpInstructions: string;
  /** Whether prices are shown to visitors who are not signed in. */
  showsPrices: boolean;
  /** The operator's terms, besides the statement on lawful use. */
  terms: string;
  /** The statement on lawful use that applies. */
  termsVersion: string;
  /** Whether e-mails are sent by SMTP; otherwise the operator passes links on. */
  mails: boolean;
  /** Where the key that seals texts at rest came from. */
  encryptionKey: "setting" | "file";
  limits: ApiLimits;
  /** After which times data about people is erased. */
  retention: RetentionSettings;
}

/** Limits for callers of the documented API; 0 requests: no limit. */
export interface ApiLimits extends LimitRules {
  standing: StandingRules;
  requestsPerTenSeconds: number;
  /** 0 rents and messages: nothing in the sandbox is limited. */
  sandbox: { most: number; perOrder: number; perDay: number };
  activationSeconds: number;
  cancelLockSeconds: number;
}

/** A setting as the operator may see it: for secrets only whether they are set, never the value. */
export interface ShownSetting {
  name: string;
  value: string;
  default: string;
  about: string;
}

/** The dependencies of the dashboard's routes. */
export interface DashboardDeps
  extends Deps, Pick<CatalogDeps, "suppliers">, CaseDeps, AssignDeps, ReceiveDeps {
  rules: AssignDeps["rules"] & CatalogDeps["rules"];
  settings: DashboardSettings;
  sourceKinds: SourceKinds;
  jobRuns: () => JobRun[];
  hintsArrive: () => boolean;
  checks: () => Promise<Checks>;
  shownSettings: () => ShownSetting[];
  /** The settings that protect people less than their defaults. */
  weakenedSettings: () => Weakened[];
  /** Counts a request of the signed-in member; refuses it beyond the limit of their account or address. */
  countCall: (reply: FastifyReply, signed: Signed, address: string) => Promise<void> | undefined;
  /** The database for an answer as long as an account's data; refuses if too many are running. */
  openLongAnswer: (reply: FastifyReply, accountId: number, kind: "list") => Queryable;
}
