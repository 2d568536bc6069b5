import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Idempotency } from "../../domain/idempotency/once.ts";
import { invalid } from "../../kit/errors.ts";
import { sha256 } from "../../kit/secrets.ts";

/** For the reference; `idempotencyOf` checks it. */
export const idempotencyHeaders = Type.Object({
  "Idempotency-Key": Type.Optional(
    Type.String({
      description:
        "Up to 255 printable ASCII characters of your own. A repeat of the request with the same key gives the first answer again, for a day.",
    }),
  ),
});

/** The request's Idempotency-Key with a hash of what it asks; null when it has none. */
export function idempotencyOf(request: FastifyRequest): Idempotency | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw invalid(
      "Idempotency-Key",
      "Idempotency-Key must be 1 to 255 printable ASCII characters, given once.",
    );
  }
  const body = Object.entries((request.body ?? {}) as Record<string, unknown>).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return { key, inputHash: sha256(JSON.stringify([request.routeOptions.url, body])) };
}
