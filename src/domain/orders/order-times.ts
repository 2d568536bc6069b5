import { secondsAfter } from "../../kit/clock.ts";
import type { Order, OrderRules } from "./order.ts";

/** When the orders of one batch are created, end, and may be cancelled: the same for all. */
export type OrderTimes = Pick<Order, "createdAt" | "expiresAt" | "cancellableAt">;

/** The lock may be set longer than the window; then the renter is shown the end of the window. */
export const timesOf = (
  { activationSeconds, cancelLockSeconds }: Pick<OrderRules, "activationSeconds" | "cancelLockSeconds">,
  at: Date,
): OrderTimes => ({
  createdAt: at,
  expiresAt: secondsAfter(at, activationSeconds),
  cancellableAt: secondsAfter(at, Math.min(cancelLockSeconds, activationSeconds)),
});
