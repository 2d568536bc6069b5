/** Tiers that a policy may ask for, by name; `accounts/standing` says what each means. */
export const policyTiers = ["email", "verified", "business"] as const;
export type PolicyTier = (typeof policyTiers)[number];

export const policyRules = ["allowed", "tier", "ask", "never"] as const;
export type PolicyRule = (typeof policyRules)[number];

/** Who may rent a service in a country. */
export interface Policy {
  /** `allowed` to everybody, to those of a `tier`, to whom the operator says yes (`ask`), or `never`. */
  rule: PolicyRule;
  tier: PolicyTier | null;
  /** How old an account must be at least. */
  minAgeDays: number;
}

/** Where a policy applies; null: to every category, service, country. A category and a service exclude each other. */
export interface PolicyScope {
  category: string | null;
  service: string | null;
  country: string | null;
}

export interface ListedPolicy extends Policy, PolicyScope {
  id: number;
}
