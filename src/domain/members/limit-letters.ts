import { Refusal } from "../../kit/errors.ts";
import type { Tx } from "../../kit/db.ts";
import { countAttempt, forgetAttempts } from "../sessions/attempt.ts";

/**
 * How many letters an address gets per hour at most, whoever causes them, so that nobody can be flooded through us.
 */
const limits = {
  /** Links to confirm the address, and invitations. */
  unasked: { most: 5, seconds: 3600 },
  /** Links to set a new password: counted separately, so that unwanted letters cannot block them. */
  reset: { most: 3, seconds: 3600 },
} as const;

/** Counts a letter to the address; refuses `locked` if it has reached the limit. */
export async function countLetter(tx: Tx, kind: keyof typeof limits, email: string, at: Date): Promise<void> {
  await countAttempt(tx, [{ subject: subjectOf(kind, email), ...limits[kind] }], at);
}

/** The same without a refusal: returns whether the letter may be sent. */
export async function mayWrite(tx: Tx, kind: keyof typeof limits, email: string, at: Date): Promise<boolean> {
  try {
    await countLetter(tx, kind, email, at);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === "locked") return false;
    throw error;
  }
}

/** Forgets how many letters an address got. */
export async function forgetLettersTo(tx: Tx, email: string): Promise<void> {
  for (const kind of Object.keys(limits)) await forgetAttempts(tx, subjectOf(kind, email));
}

const subjectOf = (kind: string, email: string): string => `${kind} letters to ${mailboxOf(email)}`;

/** With most providers, an address with a plus leads to the same mailbox. */
const mailboxOf = (email: string): string => email.toLowerCase().replace(/\+.*(?=@)/, "");
