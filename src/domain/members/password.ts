import { hash, verify } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import { isCommonPassword } from "./common-passwords.ts";
import { passwordWeak } from "./errors.ts";

const shortest = 10;
/** Longer ones only make hashing expensive. */
const longest = 200;

/**
 * Refuses `password_weak`: length is what counts; besides, only passwords that everybody would guess first are
 * refused.
 */
export function requireGoodPassword(password: string, of: { username: string; email: string | null }): void {
  if (password.length < shortest) throw passwordWeak(`A password has at least ${shortest} characters.`);
  if (password.length > longest) throw passwordWeak(`A password has at most ${longest} characters.`);
  const plain = password.toLowerCase();
  const names = [of.username, of.email ?? "", of.email?.split("@")[0] ?? ""].map((name) =>
    name.toLowerCase(),
  );
  if (names.includes(plain)) throw passwordWeak("The password is your name or address; choose another one.");
  if (isCommonPassword(plain) || new Set(plain).size < 3)
    throw passwordWeak("This password is among the first that are guessed; choose another one.");
}

/** argon2id, with the parameters that OWASP recommends ("Password Storage Cheat Sheet"): the library's own. */
export const hashPassword = (password: string): Promise<string> => hash(password);

let nobodysHash: Promise<string> | undefined;

/** Takes the same time if there is no such member, so that the time reveals nothing. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hash(randomBytes(16));
  const right = await verify(passwordHash ?? (await nobodysHash), password.slice(0, longest + 1));
  return passwordHash !== undefined && right;
}
