import { expects, readAmount } from "../../../http/parameters.ts";
import { Type, type Static } from "typebox";
import type { Caller } from "../../../domain/accounts/account.ts";
import type { Provider } from "../../../domain/catalog/catalog.ts";
import type { Order, RentRequest } from "../../../domain/orders/order.ts";
import { readCountryCode } from "../../../domain/catalog/country-code.ts";
import { place } from "../../../domain/orders/place.ts";
import { placeSeveral } from "../../../domain/orders/place-several.ts";
import { moneyJson } from "../../../kit/money.ts";
import type { Idempotency } from "../../../domain/idempotency/once.ts";
import type { FastifyReply } from "fastify";
import type { RentsLeft } from "../../../domain/orders/limits/rent-limits.ts";
import { writeLeft } from "../../../http/rate-limit.ts";
import { addressGroup } from "../../../kit/address.ts";
import type { Routes } from "../../../http/routes.ts";
import type { ApiDeps } from "../api.ts";
import { documentedTime } from "../format.ts";
import { idempotencyOf, idempotencyHeaders } from "../idempotency.ts";
import {
  bodyTypes,
  amount,
  answers,
  country,
  orNumber,
  poolInBody as pool,
  provider,
  service,
  success,
} from "../schemas.ts";
import { rented, type Rented } from "../answers/orders.ts";
import { ok } from "../../../http/ok.ts";

const mostAtOnce = 10;
const integerText = (most: number): object => ({
  anyOf: [
    { type: "integer", minimum: 1, maximum: most },
    { type: "string", pattern: "^([1-9]|10)$" },
  ],
});
/** A client may send the digits as a JSON number: nothing is lost if they begin with 1 to 9. */
const wholeNumber = { type: "integer", minimum: 1, maximum: 999_999_999_999_999 };
const prefixList = "^\\+?[0-9]{1,15}(,\\+?[0-9]{1,15}){0,19}$";

const body = Type.Object(
  {
    action: Type.Unsafe<string>({ type: "string", enum: ["rent"], ...expects('be "rent"') }),
    service,
    country,
    provider: Type.Optional(provider),
    duration: Type.Optional(
      Type.Unsafe<string>({
        type: "string",
        enum: ["generic"],
        description: "`generic`: a one-time activation.",
        ...expects('be "generic"; other durations are not offered yet', "unknown_duration"),
      }),
    ),
    pool: Type.Optional(pool),
    max_price: Type.Optional(amount("Refuse rather than pay more than this.")),
    area_code: Type.Optional(
      orNumber(
        Type.String({
          pattern: "^[0-9]{1,6}$",
          description:
            "Only numbers with this area code; together with `exclude_prefixes` it must leave ten numbers or a tenth of a pool.",
          ...expects("be 1 to 6 digits such as 212, as a text where they begin with 0"),
        }),
        999_999,
      ),
    ),
    exclude_prefixes: Type.Optional(
      Type.Unsafe<string | number | (string | number)[]>({
        anyOf: [
          { type: "string", pattern: prefixList },
          wholeNumber,
          {
            type: "array",
            maxItems: 20,
            items: { anyOf: [{ type: "string", pattern: "^\\+?[0-9]{1,15}$" }, wholeNumber] },
          },
        ],
        description:
          "No numbers that begin with any of these: a list, or a text separated by commas. Each has three digits fewer than a whole number at least, and what is left is ten numbers or a tenth of a pool.",
        ...expects("be up to 20 prefixes of numbers, as digits with the country code"),
      }),
    ),
    quantity: Type.Optional(
      Type.Unsafe<number | string>({
        ...integerText(mostAtOnce),
        description: "Rent up to this many at once; the answer has them all in `orders`.",
        ...expects(`be a whole number from 1 to ${mostAtOnce}`),
      }),
    ),
  },
  { title: "RentRequest" },
);

export function rentRoute(api: Routes, deps: ApiDeps): void {
  api.post(
    "/rent",
    {
      config: { scope: "rent" },
      schema: {
        operationId: "rentNumber",
        consumes: bodyTypes,
        tags: ["Orders"],
        summary: "Buy number",
        description:
          "Rents a number for one service. The price is held; the first message captures it, cancel and expiry give it back. Send an `Idempotency-Key` header to be able to repeat the request safely.",
        headers: idempotencyHeaders,
        body,
        response: answers(
          "The order with its number; with `quantity` the first one, and all of them in `orders`.",
          success(rented),
          [
            "invalid_request",
            "unknown_country",
            "unknown_service",
            "unknown_provider",
            "unknown_pool",
            "unknown_duration",
            "insufficient_balance",
            "service_restricted",
            "daily_cap_reached",
            "spend_cap_reached",
            "country_restricted",
            "terms_required",
            "tier_required",
            "permission_required",
            "account_too_new",
            "no_numbers",
            "price_above_max",
            "idempotency_conflict",
            "payload_too_large",
            "unsupported_media_type",
            "too_many_open_orders",
            "too_many_tries",
            "too_few_codes",
            "supplier_unavailable",
          ],
        ),
      },
    },
    async (request, reply) => {
      const quantity = Number(request.body.quantity ?? 1);
      const { caller, clientAddress: address } = request;
      await deps.countSandbox(reply, { caller, address }, quantity);
      const idempotency = idempotencyOf(request);
      const rent = { ...readRequest(caller, request.body, idempotency), network: addressGroup(address) };
      const note = (left: RentsLeft): void => writeRentsLeft(reply, left);
      if (request.body.quantity === undefined) return ok(show(await place(deps, rent, note)));
      const orders = (await placeSeveral(deps, rent, quantity, note)).map(show);
      return ok({ ...(orders[0] as Rented), orders });
    },
  );
}

function readRequest(
  caller: Caller,
  input: Static<typeof body>,
  idempotency: Idempotency | null,
): Omit<RentRequest, "network"> {
  const maxPriceMinor = input.max_price === undefined ? null : readAmount("max_price", input.max_price);
  const prefixes = input.exclude_prefixes ?? [];
  return {
    walletId: caller.walletId,
    mode: caller.mode,
    keyId: caller.keyId,
    dailyCapMinor: caller.dailyCapMinor,
    provider: (input.provider ?? "global").toLowerCase() as Provider,
    country: readCountryCode(input.country),
    service: input.service.toLowerCase(),
    poolId: input.pool === undefined ? null : Number(input.pool),
    maxPriceMinor,
    areaCode: input.area_code === undefined ? null : String(input.area_code),
    excludePrefixes: (Array.isArray(prefixes) ? prefixes : String(prefixes).split(",")).map((prefix) =>
      String(prefix).replace("+", ""),
    ),
    idempotency,
  };
}

function writeRentsLeft(reply: FastifyReply, { openOrders, rents }: RentsLeft): void {
  writeLeft(reply, "open-orders", { ...openOrders, resetSeconds: null }, null);
  if (rents) writeLeft(reply, "rents", rents, 60);
}

function show(order: Order): Omit<Rented, "orders"> {
  return {
    order_id: String(order.orderId),
    number: order.number as string,
    price: moneyJson(order.priceMinor),
    expiry: documentedTime(order.expiresAt),
    pool: String(order.poolId),
    country: order.country,
    service: order.service,
    provider: order.provider,
    // A repeat gets the first answer, whatever has happened since.
    status: "PENDING",
    expires_at: order.expiresAt.toISOString(),
    cancellable_at: order.cancellableAt.toISOString(),
  };
}
