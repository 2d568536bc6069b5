import { commonCodes, type ErrorCodes } from "../../http/errors.ts";
import { moneyJson } from "../../kit/money.ts";

/** Every error code of the documented API, with its status; the OpenAPI document is generated from this list. */
export const statusOf: Record<string, number> = {
  ...commonCodes,
  unknown_country: 400,
  unknown_service: 400,
  unknown_provider: 400,
  unknown_pool: 400,
  unknown_duration: 400,
  insufficient_balance: 402,
  service_restricted: 403,
  daily_cap_reached: 403,
  spend_cap_reached: 403,
  country_restricted: 403,
  terms_required: 403,
  tier_required: 403,
  permission_required: 403,
  account_too_new: 403,
  order_not_found: 404,
  number_not_found: 404,
  no_numbers: 409,
  price_above_max: 409,
  order_not_cancellable: 409,
  order_not_open: 409,
  cancel_too_early: 409,
  idempotency_conflict: 409,
  too_many_open_orders: 429,
  too_many_tries: 429,
  too_few_codes: 429,
  supplier_unavailable: 503,
};

export const apiCodes: ErrorCodes = {
  statuses: statusOf,
  details: {
    priceMinor: ["price", moneyJson],
    balanceMinor: ["balance", moneyJson],
    minPriceMinor: ["min_price", moneyJson],
    cancellableAt: ["cancellable_at", (at: Date) => at.toISOString()],
    allowedAt: ["allowed_at", (at: Date) => at.toISOString()],
    orderStatus: ["order_status", (status: string) => status],
  },
};
