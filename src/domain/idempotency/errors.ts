import { Refusal } from "../../kit/errors.ts";

export const idempotencyConflict = (): Refusal =>
  new Refusal(
    "idempotency_conflict",
    "This Idempotency-Key was already used with different input; use a new key for a new request.",
  );
