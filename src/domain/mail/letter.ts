/** A letter as a person reads it: plain text. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Passes a letter to the mail server; throws if the server rejects it. */
export type SendLetter = (letter: Letter) => Promise<void>;
