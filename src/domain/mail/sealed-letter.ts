import type { Place, Sealer } from "../../kit/seal.ts";

export interface LetterName {
  id: number;
  recipient: string;
}

/** Bound to the recipient: a letter that contains a link cannot be opened for anybody else. */
const placeOf = ({ id, recipient }: LetterName): Place => ["outbox.text_sealed", id, recipient];

export const sealLetter = (sealer: Sealer, name: LetterName, text: string): Buffer =>
  sealer.seal(text, placeOf(name));

export const openLetter = (sealer: Sealer, letter: LetterName & { textSealed: Buffer }): string =>
  sealer.open(letter.textSealed, placeOf(letter));
