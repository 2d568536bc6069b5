/** A letter as a person reads it: plain text. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Hands a letter to the mail server; throws when it does not take it. */
export type SendLetter = (letter: Letter) => Promise<void>;
