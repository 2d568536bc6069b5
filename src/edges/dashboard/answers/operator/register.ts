import { Type, type Static } from "typebox";
import { count, id, nullable, oneOf, shape, text, textOrNull, time, timeOrNull } from "../shapes.ts";

/** A number of our own, with what the register says about it, and why it is out of sale if it is. */
export const registered = shape({
  id,
  number: text,
  country: text,
  pool: text,
  owner: textOrNull,
  legal_basis: textOrNull,
  reference: textOrNull,
  since: nullable(Type.String({ format: "date" })),
  added_at: time,
  out_since: timeOrNull,
  out_as: nullable(oneOf(["retired", "flagged", "churned"])),
  out_reason: textOrNull,
});
export type Registered = Static<typeof registered>;

const fault = shape({ line: count, number: text, reason: text });
export type RegisterFault = Static<typeof fault>;

const lines = {
  read: count,
  /** Lines that say nothing. */
  empty: count,
  dry_run: Type.Boolean(),
  /** If there are any, nothing was changed. */
  faults: Type.Array(fault),
  /** How many of them are not listed. */
  more: count,
};

export const factsReport = shape({ ...lines, recorded: count });
export type FactsReport = Static<typeof factsReport>;

export const removalReport = shape({
  ...lines,
  taken_out: count,
  /** Of those, how many are rented now. */
  rented: count,
  already_out: count,
  not_ours: count,
});
export type RemovalReport = Static<typeof removalReport>;
