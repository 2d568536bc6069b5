import { Type, type Static } from "typebox";
import { dataKinds, requestStates } from "../../../domain/cases/requests/request.ts";
import { count, nullable, oneOf, shape, text, textOrNull, time, timeOrNull } from "./shapes.ts";

const id = Type.Integer();

const fields = {
  id,
  /** A7 */
  name: text,
  authority: text,
  /** Null once the case's particulars are erased, like the legal basis, the number, the account and who recorded it. */
  reference: textOrNull,
  legal_basis: textOrNull,
  scope: oneOf(["number", "account"]),
  number: textOrNull,
  account_id: nullable(id),
  account: textOrNull,
  from: time,
  to: time,
  kinds: Type.Array(oneOf(dataKinds)),
  state: oneOf(requestStates),
  created_by: textOrNull,
  created_at: time,
  decided_at: timeOrNull,
  refused_because: textOrNull,
  /** Why the customers are not told yet, and when that ends. */
  notice_waits_because: textOrNull,
  notice_due_at: timeOrNull,
  noticed_at: timeOrNull,
  /** How many customers got a letter; null: not told yet, or before letters were counted. */
  customers_told: nullable(count),
};
export const authorityRequest = shape(fields);
export type AuthorityRequest = Static<typeof authorityRequest>;

export const requestDetails = shape({
  ...fields,
  releases: Type.Array(shape({ username: text, at: time })),
  /** Whether whoever asks has released it. */
  released_by_you: Type.Boolean(),
  /** `letters`: how many were sent to each, null before that; 0: the customer reads it only on their page. */
  customers: Type.Array(shape({ id, username: text, letters: nullable(count) })),
  /** Verifies the signature of an export. */
  public_key: text,
});
export type RequestDetails = Static<typeof requestDetails>;

export const recorded = shape({ id });
export const released = shape({ released: Type.Boolean(), releases: count });

/** A request as the customer is told of it. */
export const toldRequest = shape({
  id,
  name: text,
  authority: text,
  legal_basis: text,
  number: textOrNull,
  from: time,
  to: time,
  kinds: Type.Array(text),
  noticed_at: time,
});
export type ToldRequest = Static<typeof toldRequest>;
