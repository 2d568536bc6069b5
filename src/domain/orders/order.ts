import type { StandingRules } from "../accounts/standing/standing.ts";
import type { CountryRule, Provider, QuarantineRule } from "../catalog/catalog.ts";
import type { LimitRules } from "./limits/rent-limits.ts";

/** An order's life: contract/decisions, "An order's life". PLACING and FAILED are never shown. */
export type OrderStatus =
  "PLACING" | "FAILED" | "PENDING" | "RECEIVED" | "FINISHED" | "CANCELLED" | "EXPIRED";

/** Only the operator sees orders in these states: they are still being placed, or have failed. */
export const hiddenStatuses = ["PLACING", "FAILED"] as const satisfies OrderStatus[];

/** Whether the order is shown to its renter. */
export const isShown = ({ status }: { status: OrderStatus }): boolean =>
  !hiddenStatuses.some((hidden) => hidden === status);

/** What a renter sees in `/sms`: once a code came, it stays RECEIVED, or the documented loop would never end. */
export type SmsStatus = "PENDING" | "RECEIVED" | "CANCELLED" | "EXPIRED";

export const smsStatus = (status: OrderStatus): SmsStatus => {
  if (status === "FINISHED" || status === "RECEIVED") return "RECEIVED";
  return status === "CANCELLED" || status === "EXPIRED" ? status : "PENDING";
};

/** How long a message may still reach a closed order (contract, "An order's life"). */
export const lateHours = 24;

export interface RentRequest {
  walletId: number;
  mode: "live" | "test";
  /** Null for a signed-in member. */
  keyId: number | null;
  dailyCapMinor: number | null;
  provider: Provider;
  country: string;
  service: string;
  poolId: number | null;
  maxPriceMinor: number | null;
  areaCode: string | null;
  excludePrefixes: string[];
  idempotency: { key: string; inputHash: Buffer } | null;
  /** The address group that the request comes from (`addressGroup`), for limits; null: none. */
  network: string | null;
}

export interface Order {
  orderId: number;
  walletId: number;
  seq: number;
  keyId: number | null;
  serviceId: number;
  service: string;
  /** Of the service: `catalog.ts` explains what a family is. */
  familyId: number;
  country: string;
  provider: Provider;
  poolId: number;
  numberId: number | null;
  number: string | null;
  supplier: string;
  supplierRef: string | null;
  duration: string;
  status: OrderStatus;
  priceMinor: number;
  /** What the number costs us if a code comes, as of the rent. */
  costMinor: number;
  createdAt: Date;
  expiresAt: Date;
  cancellableAt: Date;
  endedAt: Date | null;
  closedAt: Date | null;
  resendAt: Date | null;
  /** What the renter said was wrong with the number. */
  reportReason: string | null;
  messageCount: number;
  codeSealed: Buffer | null;
}

/** The settings of orders, in seconds and counts. */
export interface OrderRules extends QuarantineRule, CountryRule, LimitRules {
  /** What an account must have accepted and proved. */
  standing: StandingRules;
  activationSeconds: number;
  cancelLockSeconds: number;
  /** The most messages that one order takes. */
  maxMessages: number;
  /** How long a number rests for its family after an order, whatever its outcome. */
  reuseSeconds: number;
  /** How long it rests for every service after an order for the whole number that got a message. */
  wholeRestSeconds: number;
  /** How long a supplier may take to answer. */
  supplierSeconds: number;
}
