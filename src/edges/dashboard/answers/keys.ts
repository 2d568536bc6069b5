import { Type, type Static } from "typebox";
import { tiers } from "../../../domain/accounts/standing/standing.ts";
import { scopes } from "../../../domain/accounts/account.ts";
import {
  id,
  mode,
  money,
  moneyOrNull,
  nullable,
  oneOf,
  shape,
  text,
  textOrNull,
  time,
  timeOrNull,
} from "./shapes.ts";

export const key = shape({
  id,
  name: text,
  /** The key's first and last characters. */
  key: text,
  mode,
  scopes: Type.Array(oneOf(scopes)),
  allowed_ips: Type.Array(text),
  daily_cap: moneyOrNull,
  created_at: time,
  /** The member who created it; null if they never were, or no longer are, a member of the team. */
  created_by: nullable(shape({ id, username: text })),
  expires_at: timeOrNull,
  revoked_at: timeOrNull,
  last_used_at: timeOrNull,
  last_used_ip: textOrNull,
});
export type Key = Static<typeof key>;

/** The whole key, shown only once. */
export const newKey = shape({ id, key: text });
export type NewKey = Static<typeof newKey>;

export const endedKey = shape({ id, revoked_at: time });

/** A key that was revoked along with something else, with enough to recognize it. */
export const revokedKey = shape({ id, name: text, key: text, mode });
export type RevokedKey = Static<typeof revokedKey>;

const rentLimit = {
  open_orders: Type.Integer(),
  open_orders_left: Type.Integer(),
  /** 0: no limit. */
  rents_per_minute: Type.Integer(),
  rents_left: nullable(Type.Integer()),
};
export type RentLimit = Static<ReturnType<typeof shape<typeof rentLimit>>>;

export const limits = shape({
  /** 0: no limit. */
  requests_per_ten_seconds: Type.Integer(),
  window_seconds: Type.Integer(),
  cancel_after_seconds: Type.Integer(),
  ...rentLimit,
  /** How well the operator knows the account, and what its live orders may cost in a day; 0: no limit. */
  tier: oneOf(tiers),
  spend_a_day: money,
  spent_today: money,
  /** Nearly nothing that was rented today got a code, so the account may rent once a minute. */
  slowed: Type.Boolean(),
  codes_today: Type.Integer(),
  ended_today: Type.Integer(),
  /** Of the address group that the request comes from, over all accounts; null: no limits by address. */
  address: nullable(
    shape({ group: text, slowed: Type.Boolean(), requests_per_ten_seconds: Type.Integer(), ...rentLimit }),
  ),
  /** Only in the sandbox, and if it is limited. */
  sandbox: nullable(
    shape({ ten_minutes: Type.Integer(), order_messages: Type.Integer(), day_messages: Type.Integer() }),
  ),
});
export type Limits = Static<typeof limits>;
