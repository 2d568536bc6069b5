import { Type, type Static } from "typebox";
import { tiers } from "../../../domain/accounts/standing/standing.ts";
import { evidenceTypes } from "../../../domain/accounts/verification/verification.ts";
import { id, nullable, oneOf, shape, text, textOrNull, time, timeOrNull } from "./shapes.ts";

/** The statement on lawful use, and what the account has accepted of it. */
export const lawfulUse = shape({
  version: text,
  text,
  accepted_version: textOrNull,
  accepted_at: timeOrNull,
  /** When it is asked for again; null: only when it changes. */
  due_at: timeOrNull,
  /** Live numbers are not rented until it is accepted. */
  due: Type.Boolean(),
});
export type LawfulUse = Static<typeof lawfulUse>;

/** A request to be known better, or a decision that the operator made. */
export const verification = shape({
  id,
  account_id: id,
  username: text,
  tier: oneOf(tiers),
  has_file: Type.Boolean(),
  asked_at: time,
  decided_at: timeOrNull,
  decision: nullable(oneOf(["accepted", "declined"])),
  /** What the customer is told. */
  reason: textOrNull,
  /** When the evidence was erased. */
  erased_at: timeOrNull,
});
export type Verification = Static<typeof verification>;

export const shownEvidence = shape({
  note: textOrNull,
  /** Base64. */
  file: nullable(shape({ name: text, type: oneOf(evidenceTypes), data: text })),
});
export type ShownEvidence = Static<typeof shownEvidence>;

export const customerStanding = shape({
  tier: oneOf(tiers),
  /** By the operator; otherwise it follows from age and e-mail address. */
  decided: Type.Boolean(),
  terms_version: textOrNull,
  terms_accepted_at: timeOrNull,
  grants: Type.Array(shape({ service: text, name: text, granted_at: time })),
  verifications: Type.Array(verification),
});
export type CustomerStanding = Static<typeof customerStanding>;
