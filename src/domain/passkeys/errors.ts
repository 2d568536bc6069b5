import { Refusal } from "../../kit/errors.ts";
import { mostPasskeys } from "./passkey.ts";

export const passkeyRefused = (): Refusal =>
  new Refusal(
    "passkey_refused",
    "The passkey could not be checked; try again, or sign in with your password.",
  );

export const passkeyUnknown = (): Refusal =>
  new Refusal(
    "passkey_unknown",
    "Nobody here has this passkey; it may have been removed. Sign in another way.",
  );

export const passkeyTaken = (): Refusal =>
  new Refusal("passkey_taken", "This device already has one of your passkeys.");

export const tooManyPasskeys = (): Refusal =>
  new Refusal("too_many_passkeys", `A member has at most ${mostPasskeys} passkeys; remove one first.`);

export const passkeyNotFound = (): Refusal =>
  new Refusal("passkey_not_found", "You have no such passkey; it may already have been removed.");
