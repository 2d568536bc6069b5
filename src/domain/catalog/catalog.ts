import { secondsAfter } from "../../kit/clock.ts";
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

/** The slug of the service for any code that belongs to no other service and is not restricted. */
export const anyService = "other";

/**
 * The family of `anyService`, and of everything outside the catalogue. Its orders have the whole number: while one is open
 * nothing else is rented there, and afterwards the number rests for every service.
 */
export const wholeNumber = 0;

export interface QuarantineRule {
  /** How long a number that was used for a family is reserved, for that family, for the account that used it. */
  quarantineSeconds: number;
}

export interface CountryRule {
  /** Countries whose numbers are neither listed nor rented. */
  sanctioned: readonly string[];
}

/** When a number can be sold: it must neither be open nor rest at `at`, nor have been used later than `usedSince`. */
export interface SaleTerms {
  at: Date;
  usedSince: Date;
}

export const saleTerms = (at: Date, { quarantineSeconds }: QuarantineRule): SaleTerms => ({
  at,
  usedSince: secondsAfter(at, -quarantineSeconds),
});

/** A service as a message may name it. */
export interface CataloguedService {
  slug: string;
  familyId: number;
  /** Its codes also work for related services. */
  signsIn: boolean;
  restricted: boolean;
  /**
   * By country, and under `everywhere` for all others: whether a policy keeps it from some accounts. What they may not
   * rent, they do not get by an order for another service either.
   */
  limited: { everywhere: boolean } & Record<string, boolean>;
}

/** The category of the services that simulate failures in the sandbox; live keys do not see them. */
export const sandboxCategory = "sandbox";

/** One pool's offer for a country and a service. */
export interface Offer {
  poolId: number;
  poolName: string;
  supplier: string;
  priceMinor: number;
  /** What it costs us if a code arrives. */
  costMinor: number;
  outcomes: Outcomes;
}

/** The outcomes of a pool's recent orders for a country and service. */
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
  /** Null: any. */
  poolId: number | null;
}
