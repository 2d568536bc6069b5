import {
  areTermsDue,
  isAtLeast,
  tierOf,
  type Standing,
  type StandingRules,
} from "../accounts/standing/standing.ts";
import type { Policy } from "../catalog/policies/policy.ts";
import { secondsAfter } from "../../kit/clock.ts";
import type { Refusal } from "../../kit/errors.ts";
import { accountTooNew, permissionRequired, termsRequired, tierRequired } from "./errors.ts";

const daySeconds = 86_400;

/**
 * Whether an account may rent a live number for a service, apart from money and limits: it must have accepted the
 * statement on lawful use, and meet the service's policy. Returns why not; null if it may.
 */
export function permit(
  standing: Standing,
  rules: StandingRules,
  { policy, service }: { policy: Policy | null; service: { id: number; name: string } },
  at: Date,
): Refusal | null {
  if (areTermsDue(standing, rules, at)) return termsRequired();
  if (policy === null) return null;
  const oldEnoughAt = secondsAfter(new Date(standing.createdAtMs), policy.minAgeDays * daySeconds);
  const isGranted = standing.granted.includes(service.id);
  if (at < oldEnoughAt && !isGranted) return accountTooNew(service.name, oldEnoughAt);
  if (policy.rule === "ask" && !isGranted) return permissionRequired(service.name);
  if (
    policy.rule === "tier" &&
    policy.tier &&
    !isAtLeast(tierOf(standing, rules, at), policy.tier) &&
    !isGranted
  )
    return tierRequired(service.name, policy.tier);
  return null;
}
