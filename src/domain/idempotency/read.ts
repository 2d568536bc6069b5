import { invalid } from "../../kit/errors.ts";
import { sha256 } from "../../kit/secrets.ts";
import type { Idempotency } from "./once.ts";

/** An Idempotency-Key header with a hash of the request to `endpoint`; null if there is none. */
export function readIdempotency(key: unknown, endpoint: string, body: unknown): Idempotency | null {
  if (key === undefined) return null;
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw invalid(
      "Idempotency-Key",
      "Idempotency-Key must be 1 to 255 printable ASCII characters, given once.",
    );
  }
  const entries = Object.entries((body ?? {}) as Record<string, unknown>).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return { key, inputHash: sha256(JSON.stringify([endpoint, entries])) };
}
