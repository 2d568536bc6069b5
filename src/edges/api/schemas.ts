import { Type, type TSchema, type TUnsafe } from "typebox";
import { amountSentence, expects, orderIdPattern } from "../../http/parameters.ts";
import { price, shownProvider, time } from "./answers/shapes.ts";
import { status as orderStatus } from "./answers/orders.ts";
import { statusOf } from "./errors.ts";

/** The content types of bodies (body.ts). */
export const bodyTypes = ["application/json", "application/x-www-form-urlencoded"];

export const orderId = Type.String({
  pattern: orderIdPattern,
  description: "The order, as /rent answered it.",
  examples: ["12345678"],
  ...expects("be the order_id that /rent answered, a text of digits"),
});

export const country = Type.String({
  pattern: "^[A-Za-z]{2}$",
  description: "ISO 3166-1 alpha-2 country, any case; UK is GB.",
  examples: ["US"],
  ...expects("be an ISO 3166-1 country code of two letters such as US, GB or NG", "unknown_country"),
});

export const service = Type.String({
  pattern: "^[A-Za-z0-9._ -]{1,64}$",
  description: "Service, any case; the field's short codes (wa, tg) are accepted.",
  examples: ["whatsapp"],
  ...expects("be a service such as whatsapp or telegram; GET /services lists them", "unknown_service"),
});

export const provider = Type.Unsafe<string>({
  ...shownProvider,
  enum: undefined,
  "x-listed": shownProvider.enum,
  pattern: "^(global|Global|GLOBAL|usa|Usa|USA)$",
  ...expects('be "global" or "usa"', "unknown_provider"),
});

export const pool = Type.String({
  pattern: "^[0-9]{1,9}$",
  description: "A pool of GET /services; default: the best one in stock.",
  examples: ["1"],
  ...expects("be a pool that GET /services lists for the service, a text of digits", "unknown_pool"),
});

/** In a body, a string of digits may also be a JSON number: many clients send it as one. */
export const orNumber = (
  { pattern, ...rest }: TSchema & { pattern?: string },
  most: number,
  least = 1,
): TUnsafe<string | number> =>
  Type.Unsafe<string | number>({
    ...rest,
    type: undefined,
    anyOf: [
      { type: "string", pattern },
      { type: "integer", minimum: least, maximum: most },
    ],
  });

export const orderIdInBody = orNumber(orderId, 9_999_999_999);
export const poolInBody = orNumber(pool, 999_999_999);

/** An amount in a body: a number, or a string as forms send it. */
export const amount = (description: string): TUnsafe<number | string> =>
  Type.Unsafe<number | string>({
    anyOf: [
      { type: "number", minimum: 0, maximum: 999999999999 },
      { type: "string", pattern: "^[0-9]{1,12}(\\.[0-9]{1,2})?$" },
    ],
    description,
    examples: [500],
    ...expects(amountSentence),
  });

export const success = <T extends TSchema>(data: T) =>
  Type.Object({ status: Type.Literal("success"), data }, { additionalProperties: false });

export const errorSchema = Type.Object(
  {
    status: Type.Literal("error"),
    code: Type.Unsafe<string>({ title: "ErrorCode", type: "string", enum: Object.keys(statusOf) }),
    message: Type.String({ description: "One sentence that says what to do." }),
    request_id: Type.String({ description: "The same as X-Request-Id; name it when you ask for help." }),
    field: Type.Optional(Type.String({ description: "The parameter to correct." })),
    retry_after: Type.Optional(Type.Number({ description: "Seconds, as in Retry-After." })),
    cancellable_at: Type.Optional(time),
    min_price: Type.Optional(price),
    balance: Type.Optional(price),
    price: Type.Optional(price),
    limit: Type.Optional(Type.Integer({ description: "Orders that may be open at once." })),
    scope: Type.Optional(Type.String({ description: "What the key lacks." })),
    order_status: Type.Optional(orderStatus),
  },
  { title: "Error" },
);

const titles: Record<number, string> = {
  400: "The request is not as documented.",
  401: "The API key is missing, unknown, revoked or expired.",
  402: "The wallet does not hold enough.",
  403: "The key may not do this.",
  404: "There is no such thing.",
  409: "It cannot be done as things stand.",
  413: "The body is too large.",
  415: "The body is of another type than JSON or a form.",
  429: "Too many requests or open orders.",
  500: "A fault on our side.",
  503: "Not possible for the moment.",
};

/** What a handler may return: an object as in its schema, bytes that are already serialized, or a stream. */
interface Answers<T> {
  200: T extends TSchema ? T | TUnsafe<Buffer> : TUnsafe<unknown>;
}

/** The answers of a route: its own, with a sentence on what it returns, and the errors it may give by status. */
export function answers<T extends TSchema | { content: object }>(
  returns: string,
  own: T,
  codes: string[],
): Answers<T> {
  const byStatus = Map.groupBy(
    [...codes, "unauthorized", "forbidden", "rate_limited", "internal", "unavailable"],
    (code) => statusOf[code] ?? 500,
  );
  const errors = [...byStatus].map(([status, group]) => [
    status,
    {
      ...errorSchema,
      "x-response-description": `${titles[status]} Codes: ${[...new Set(group)].map((code) => `\`${code}\``).join(", ")}.`,
    },
  ]);
  return {
    200: { ...own, "x-response-description": returns },
    ...Object.fromEntries(errors),
  } as unknown as Answers<T>;
}
