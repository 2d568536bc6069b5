import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { Type, type Static } from "typebox";
import { accountRoles } from "../../../domain/sessions/session.ts";
import { revokedKey } from "./keys.ts";
import { count, id, nullable, oneOf, shape, text, textOrNull, time, timeOrNull } from "./shapes.ts";

export const role = oneOf(accountRoles);
export type Role = Static<typeof role>;

/** How links reach people: by e-mail, or through the operator. */
const mail = oneOf(["email", "operator"]);

export const signedIn = {
  member: shape({
    id,
    username: text,
    email: textOrNull,
    email_confirmed: Type.Boolean(),
    role: oneOf([...accountRoles, "operator"]),
    totp: Type.Boolean(),
  }),
  account: nullable(shape({ id, username: text, currency: text, suspended: Type.Boolean() })),
  operator: Type.Boolean(),
  /** Nothing else is allowed before the password is changed. */
  must_change_password: Type.Boolean(),
};
export const me = shape({ ...signedIn, mail });
export type Me = Static<typeof me>;

export const mailed = shape({ mail });
export type Mailed = Static<typeof mailed>;

/** `operator`: the operator's own terms; empty if there are none. */
export const terms = shape({ version: text, text, operator: text });
export type Terms = Static<typeof terms>;

export const signUpState = shape({ open: Type.Boolean(), terms_version: text });
export type SignUpState = Static<typeof signUpState>;

export const session = shape({
  id,
  created_at: time,
  last_seen_at: time,
  ip: textOrNull,
  user_agent: text,
  current: Type.Boolean(),
});
export type Session = Static<typeof session>;

/** What a password reset or a first confirmation ended. */
export const ended = shape({
  sessions: count,
  passkeys: Type.Array(text),
  two_factor: Type.Boolean(),
  keys: Type.Array(revokedKey),
  invitations: Type.Array(text),
});
export type Ended = Static<typeof ended>;

export const confirmed = shape({ username: text, email: text, ended: nullable(ended) });
export type Confirmed = Static<typeof confirmed>;

export const reset = shape({ username: text, ended });
export type Reset = Static<typeof reset>;

export const totpSecret = shape({ secret: text, uri: text });
export type TotpSecret = Static<typeof totpSecret>;

/** Shown only once. */
export const recoveryCodes = shape({ recovery_codes: Type.Array(text) });
export type RecoveryCodes = Static<typeof recoveryCodes>;

export const passkey = shape({
  id,
  name: text,
  synced: Type.Boolean(),
  created_at: time,
  last_used_at: timeOrNull,
});
export type Passkey = Static<typeof passkey>;

/** For the browser, as defined by WebAuthn (Level 3, 5.4 and 5.5). */
export const newPasskeyOptions = Type.Unsafe<PublicKeyCredentialCreationOptionsJSON>({ type: "object" });
export type NewPasskeyOptions = Static<typeof newPasskeyOptions>;
export const passkeyOptions = Type.Unsafe<PublicKeyCredentialRequestOptionsJSON>({ type: "object" });
export type PasskeyOptions = Static<typeof passkeyOptions>;
