import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Idempotency } from "../../domain/idempotency/once.ts";
import { readIdempotency } from "../../domain/idempotency/read.ts";

/** For the reference only; `idempotencyOf` validates it. */
export const idempotencyHeaders = Type.Object({
  "Idempotency-Key": Type.Optional(
    Type.String({
      description:
        "Up to 255 printable ASCII characters of your own. A repeat of the request with the same key gives the first answer again, for a day.",
    }),
  ),
});

/** The request's Idempotency-Key with a hash of the input; null if it has none. */
export function idempotencyOf(request: FastifyRequest): Idempotency | null {
  const { headers, routeOptions, body } = request;
  return readIdempotency(headers["idempotency-key"], routeOptions.url ?? "", body);
}
