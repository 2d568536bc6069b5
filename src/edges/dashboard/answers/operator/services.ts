import { Type, type Static } from "typebox";
import { policyRules, policyTiers } from "../../../../domain/catalog/policies/policy.ts";
import { id, nullable, oneOf, shape, text, textOrNull } from "../shapes.ts";

const fields = { slug: text, name: text, category: text, restricted: Type.Boolean() };
export const changedService = shape(fields);
export const service = shape({ ...fields, aliases: Type.Array(text) });
export type Service = Static<typeof service>;

const policy = shape({
  id,
  category: textOrNull,
  service: textOrNull,
  country: textOrNull,
  rule: oneOf(policyRules),
  tier: nullable(oneOf(policyTiers)),
  min_age_days: Type.Integer(),
});
export type Policy = Static<typeof policy>;

export const policies = shape({
  categories: Type.Array(text),
  /** Countries whose numbers nobody rents, by SANCTIONED_COUNTRIES. */
  sanctioned: Type.Array(text),
  policies: Type.Array(policy),
});
export type Policies = Static<typeof policies>;
