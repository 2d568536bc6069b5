import type { Mode } from "../wallet/wallet.ts";

/** The catalogue's markets (contract, "Get Services"). */
export const providers = ["global", "usa"] as const;
export type Provider = (typeof providers)[number];

export type LatePolicy = "free" | "charge" | "withhold";

export interface Service {
  id: number;
  slug: string;
  name: string;
  category: string;
  restricted: boolean;
}

/** The category of the services that stand for the sandbox's failures; no live key sees them. */
export const sandboxCategory = "sandbox";

/** One pool's offer for a country and a service. */
export interface Offer {
  poolId: number;
  poolName: string;
  supplier: string;
  priceMinor: number;
  /** What it costs us when a code comes. */
  costMinor: number;
  outcomes: Outcomes;
}

/** What came of a pool's recent orders for a country and service. */
export interface Outcomes {
  delivered: number;
  failed: number;
  /** Deliveries by time to the code: see `outcomes.ts` for the bounds. */
  seconds: number[];
}

export interface OfferQuery {
  mode: Mode;
  provider: Provider;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
  /** Slug or alias, lower case. */
  service: string;
}
