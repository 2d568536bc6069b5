import { Type, type Static } from "typebox";
import { scopes } from "../../../domain/accounts/account.ts";
import {
  id,
  mode,
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

export const limits = shape({
  /** 0: no limit. */
  requests_per_ten_seconds: Type.Integer(),
  open_orders: Type.Integer(),
  window_seconds: Type.Integer(),
  cancel_after_seconds: Type.Integer(),
});
export type Limits = Static<typeof limits>;
