import { Refusal } from "../../kit/errors.ts";
import { keyPrefixes, type Access } from "./account.ts";

const where = "Send it as 'Authorization: Bearer YOUR_API_KEY' or as ?api_key=YOUR_API_KEY.";

export const keyMissing = (): Refusal => new Refusal("unauthorized", `An API key is needed. ${where}`);

export const keyMalformed = (): Refusal =>
  new Refusal(
    "unauthorized",
    `That is not a whole API key: keys begin with ${keyPrefixes.live} or ${keyPrefixes.test}. Check that it was copied in full. ${where}`,
  );

export const keyUnknown = (): Refusal =>
  new Refusal("unauthorized", "There is no such API key; create one in your API settings.");

export const keyRevoked = (): Refusal =>
  new Refusal("unauthorized", "This API key was revoked; use another one.");

export const keyExpired = (expiredAt: Date): Refusal =>
  new Refusal("unauthorized", `This API key expired at ${expiredAt.toISOString()}; use another one.`);

export const accountSuspended = (): Refusal =>
  new Refusal("forbidden", "This account is suspended; ask the operator.");

export const addressNotAllowed = (address: string): Refusal =>
  new Refusal(
    "forbidden",
    `This API key may not be used from ${address}; add the address to the key's allow list.`,
  );

export const scopeMissing = (scope: Access): Refusal =>
  new Refusal("forbidden", `This API key lacks the scope "${scope}"; use one that has it.`, { scope });

export const testKeysOnly = (): Refusal =>
  new Refusal("forbidden", `This is for the sandbox: use a test key (${keyPrefixes.test}…).`);

export const usernameTaken = (username: string): Refusal =>
  new Refusal("username_taken", `An account "${username}" already exists.`, { field: "username" });

export const accountNotFound = (name: string): Refusal =>
  new Refusal("account_not_found", `There is no account "${name}".`);

export const tooManyKeys = (most: number): Refusal =>
  new Refusal("too_many_keys", `A wallet can have at most ${most} working keys; revoke one first.`);

export const keyNotFound = (id: number): Refusal => new Refusal("key_not_found", `There is no key ${id}.`);

export const termsNotAccepted = (version: string): Refusal =>
  new Refusal("terms_not_accepted", `Accept the lawful-use statement, version ${version}.`, {
    field: "accepted_terms",
  });

export const verificationOpen = (): Refusal =>
  new Refusal("verification_open", "A request of this account is waiting for a decision already.");

export const verificationNotFound = (id: number): Refusal =>
  new Refusal("verification_not_found", `There is no open request ${id}; somebody may have decided it.`);
