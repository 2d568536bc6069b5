/**
 * A refusal that the caller can act on: a stable code, one sentence, and named details. Everything else that is
 * thrown is unexpected: it is logged with its cause and answered with a 500 without details (http/errors.ts).
 */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}

/** A refusal of the input itself; `field` names what to correct. */
export function invalid(field: string, message: string): Refusal {
  return new Refusal("invalid_request", message, { field });
}
