import { secondsAfter } from "../../../kit/clock.ts";

/**
 * What the operator knows of an account, each more than the one before: nothing; that its owner reads an e-mail address;
 * who it is, by phone or document; which business.
 */
export const tiers = ["none", "email", "verified", "business"] as const;
export type Tier = (typeof tiers)[number];

/** What an account must have before it may do more: on what it is judged when it rents. */
export interface Standing {
  /** The operator's decision; null: it follows from the rest. */
  tier: Tier | null;
  /** Whether a member's e-mail address is confirmed. */
  isConfirmed: boolean;
  /** Milliseconds since 1970. */
  createdAtMs: number;
  /** The statement on lawful use that was accepted last, and when; null: none. */
  termsVersion: string | null;
  termsAtMs: number | null;
  /** Services with the rule `ask` that the operator allowed this account. */
  granted: number[];
}

export type PerTier = Record<Tier, number>;

export interface StandingRules {
  /** The current statement on lawful use. */
  termsVersion: string;
  /** After so many days it is asked for again; 0: only when it changes. */
  termsDays: number;
  /** Open orders; 0: MAX_OPEN_ORDERS alone. */
  tierOpenOrders: PerTier;
  /** What live orders of a day may cost; 0: no limit. */
  tierSpendMinor: PerTier;
  /** So long an account that opened itself counts as unknown, whatever it has proved. */
  newAccountHours: number;
}

/** The tier that counts: as the operator decided; otherwise by age and e-mail address. */
export function tierOf(
  { tier, isConfirmed, createdAtMs }: Pick<Standing, "tier" | "isConfirmed" | "createdAtMs">,
  { newAccountHours }: Pick<StandingRules, "newAccountHours">,
  at: Date,
): Tier {
  if (tier !== null) return tier;
  const isNew = secondsAfter(at, -newAccountHours * 3600).getTime() < createdAtMs;
  return isConfirmed && !isNew ? "email" : "none";
}

export const isAtLeast = (tier: Tier, needed: Tier): boolean => tiers.indexOf(tier) >= tiers.indexOf(needed);

const daySeconds = 86_400;

/** When the statement must be accepted by; a time that has passed if it has changed, or was never accepted. */
export function termsDueAt(
  { termsVersion, termsAtMs }: Pick<Standing, "termsVersion" | "termsAtMs">,
  rules: Pick<StandingRules, "termsVersion" | "termsDays">,
): Date | null {
  if (termsVersion !== rules.termsVersion || termsAtMs === null) return new Date(0);
  return rules.termsDays === 0 ? null : secondsAfter(new Date(termsAtMs), rules.termsDays * daySeconds);
}

export function areTermsDue(
  standing: Pick<Standing, "termsVersion" | "termsAtMs">,
  rules: Pick<StandingRules, "termsVersion" | "termsDays">,
  at: Date,
): boolean {
  const dueAt = termsDueAt(standing, rules);
  return dueAt !== null && dueAt <= at;
}
