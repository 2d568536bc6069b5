import { Refusal } from "../../kit/errors.ts";
import type { Tx } from "../../kit/db.ts";
import type { Sealer } from "../../kit/seal.ts";
import { countAttempt, forgetAttempts } from "../sessions/attempt.ts";
import { markOf } from "../sessions/mark.ts";

/**
 * How many letters an address gets per hour at most, whoever causes them, so that nobody can be flooded through us.
 */
const limits = {
  /** Links to confirm the address, and invitations. */
  unasked: { most: 5, seconds: 3600 },
  /** Links to set a new password: counted separately, so that unwanted letters cannot block them. */
  reset: { most: 3, seconds: 3600 },
  /** Receipts for reports of abuse: anybody can name any address, and must not use up its other letters. */
  receipt: { most: 5, seconds: 3600 },
} as const;

type Kind = keyof typeof limits;

interface Counted {
  kind: Kind;
  email: string;
}

/** Counts a letter to the address; refuses `locked` if it has reached the limit. */
export async function countLetter(tx: Tx, sealer: Sealer, of: Counted, at: Date): Promise<void> {
  await countAttempt(tx, [{ subject: subjectOf(sealer, of), ...limits[of.kind] }], at);
}

/** The same without a refusal: returns whether the letter may be sent. */
export async function mayWrite(tx: Tx, sealer: Sealer, of: Counted, at: Date): Promise<boolean> {
  try {
    await countLetter(tx, sealer, of, at);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === "locked") return false;
    throw error;
  }
}

/** Forgets how many letters an address got. */
export async function forgetLettersTo(tx: Tx, sealer: Sealer, email: string): Promise<void> {
  for (const kind of Object.keys(limits) as Kind[])
    await forgetAttempts(tx, subjectOf(sealer, { kind, email }));
}

const subjectOf = (sealer: Sealer, { kind, email }: Counted): string =>
  `${kind} letters to ${markOf(sealer, mailboxOf(email))}`;

/** With most providers, an address with a plus leads to the same mailbox. */
const mailboxOf = (email: string): string => email.toLowerCase().replace(/\+.*(?=@)/, "");
