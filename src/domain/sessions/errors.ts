import { Refusal } from "../../kit/errors.ts";

export const signedOut = (): Refusal =>
  new Refusal("unauthorized", "You are not signed in, or your session has ended; sign in again.");

export const locked = (retryAfter: number): Refusal =>
  new Refusal(
    "locked",
    `Too many attempts; try again in ${retryAfter < 90 ? `${retryAfter} seconds` : `${Math.ceil(retryAfter / 60)} minutes`}.`,
    { retryAfter },
  );

export const passwordChangeRequired = (): Refusal =>
  new Refusal(
    "password_change_required",
    "Your password was set by somebody else; choose your own first, under Settings or by POST /dashboard/api/password/change.",
  );

export const sessionNotFound = (): Refusal =>
  new Refusal("session_not_found", "You have no such session; it may already have ended.");

export const roleMissing = (): Refusal =>
  new Refusal("forbidden", "Your role does not allow this; ask an owner of the account.");
