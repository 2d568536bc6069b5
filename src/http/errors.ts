import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { CommitUnknown, isUnreachable } from "../kit/db/errors.ts";
import { Refusal } from "../kit/errors.ts";
import type { Logger } from "../kit/log.ts";

/** The error codes of an edge. */
export interface ErrorCodes {
  /** The HTTP status of each. */
  statuses: Record<string, number>;
  /**
   * Codes that show an attempt at something not allowed. They are logged with the caller's address; rate limits by
   * address bound how many there are.
   */
  suspicious?: string[];
  /** Details of refusals, each with its name and format in the answer. */
  details?: Record<string, [name: string, write: (value: never) => unknown]>;
}

/** The error codes of all routes. */
export const commonCodes: Record<string, number> = {
  invalid_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  request_timeout: 408,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  headers_too_large: 431,
  internal: 500,
  unavailable: 503,
};

const commonSuspicious = ["unauthorized", "forbidden"];
const commonDetails: NonNullable<ErrorCodes["details"]> = {
  retryAfter: ["retry_after", (seconds: number) => seconds],
};

/** Called for every refusal, with its route and code. */
export type OnRefusal = (route: string, code: string) => void;

/** The one place that turns errors into HTTP: refusals are shown, everything else is logged and hidden. */
export function answerError(log: Logger, codes: ErrorCodes[], onRefusal: OnRefusal = () => {}) {
  const statuses = Object.assign(
    {},
    commonCodes,
    ...codes.map(({ statuses: own }) => own),
  ) as typeof commonCodes;
  const suspicious = new Set([...commonSuspicious, ...codes.flatMap(({ suspicious: own = [] }) => own)]);
  const details = Object.assign(
    {},
    commonDetails,
    ...codes.map((one) => one.details),
  ) as typeof commonDetails;
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refusal = error instanceof Refusal ? error : asRefusal(error);
    const status = statuses[refusal.code] ?? 500;
    onRefusal(request.routeOptions.url ?? "none", refusal.code);
    if (status >= 500 && refusal.code !== "supplier_unavailable") {
      log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, "a request failed");
    }
    if (suspicious.has(refusal.code)) {
      const { id: requestId, clientAddress: ip, method } = request;
      log.info({ code: refusal.code, requestId, ip, method, route: request.routeOptions.url }, "refused");
    }
    const { retryAfter } = refusal.details;
    if (typeof retryAfter === "number") reply.header("retry-after", retryAfter);
    if (status === 401 && !reply.hasHeader("www-authenticate")) reply.header("www-authenticate", "Bearer");
    return reply
      .code(status)
      .header("content-type", "application/json; charset=utf-8")
      .header("cache-control", "no-store")
      .serializer(JSON.stringify)
      .send(errorBody(refusal, request.id, details));
  };
}

export function errorBody(
  { code, message, details }: Pick<Refusal, "code" | "message" | "details">,
  requestId: string,
  writers = commonDetails,
): object {
  const named = Object.entries(details).map(([name, value]) => {
    const [wireName, write] = writers[name] ?? [name, (plain: unknown) => plain];
    return [wireName, write(value as never)];
  });
  return { status: "error", code, message, ...Object.fromEntries(named), request_id: requestId };
}

/** Turns errors of Fastify and the database into the refusal that the caller gets. */
function asRefusal(error: FastifyError | Error): Refusal {
  if (error instanceof CommitUnknown) {
    return new Refusal(
      "unavailable",
      "The connection to the database was lost while this was being saved, so it may or may not have happened. Check, or send the request again with the same Idempotency-Key.",
      { retryAfter: 2 },
    );
  }
  if (isUnreachable(error)) {
    return new Refusal(
      "unavailable",
      "The service cannot reach its database right now; try again in a few seconds.",
      { retryAfter: 2 },
    );
  }
  const known = "code" in error && typeof error.code === "string" ? fastifyRefusals[error.code] : undefined;
  if (known) return new Refusal(known[0], known[1], known[2]);
  if ("statusCode" in error && error.statusCode === 400)
    return new Refusal("invalid_request", "The request cannot be read.", {});
  return new Refusal("internal", "Something went wrong on our side; give the operator the request_id.");
}

const fastifyRefusals: Record<string, [string, string, Record<string, unknown>?]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ["payload_too_large", "The body is larger than 64 KB."],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    "unsupported_media_type",
    "Send the body as application/json or application/x-www-form-urlencoded.",
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    "invalid_request",
    "The body is not as long as its Content-Length says.",
    { field: "body" },
  ],
  FST_ERR_BAD_URL: [
    "invalid_request",
    "The address is not valid: a percent sign in it is not followed by a character code.",
  ],
  FST_ERR_MAX_PARAM_LENGTH: ["not_found", "There is nothing at this address; the reference is at /docs."],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    "invalid_request",
    "The body is empty; send a JSON object.",
    { field: "body" },
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: ["invalid_request", "The body is not valid JSON.", { field: "body" }],
};
