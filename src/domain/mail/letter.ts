/** A letter as a person reads it: plain text. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** SHA-256 of the token in its link, if it has one: once the link is used or invalid, nobody needs the letter. */
  linkHash?: Buffer;
  /** Whose it is: it is erased with the account, of which the reader may no longer be a member. */
  whose?: { accountId: number } | { memberId: number };
}

/** Passes a letter to the mail server; throws if the server rejects it. */
export type SendLetter = (letter: Letter) => Promise<void>;
