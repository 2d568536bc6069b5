import type { Place, Sealer } from "../../../kit/seal.ts";
import type { Words } from "./report.ts";

const placeOfContact = (id: number): Place => ["abuse_reports.contact_sealed", id];
const placeOfWords = (id: number): Place => ["abuse_entries.words_sealed", id];

/** Where the reporter reads of the case. */
export interface Contact {
  email: string;
  /** The token of their link, for later letters. */
  token: string;
}

export const sealContact = (sealer: Sealer, id: number, contact: Contact): Buffer =>
  sealer.seal(JSON.stringify(contact), placeOfContact(id));

export const openContact = (
  sealer: Sealer,
  { id, contactSealed }: { id: number; contactSealed: Buffer | null },
): Contact | null => contactSealed && (JSON.parse(sealer.open(contactSealed, placeOfContact(id))) as Contact);

export const sealWords = (sealer: Sealer, id: number, words: Words): Buffer =>
  sealer.seal(JSON.stringify(words), placeOfWords(id));

export const openWords = (
  sealer: Sealer,
  { id, wordsSealed }: { id: number; wordsSealed: Buffer | null },
): Words | null => wordsSealed && (JSON.parse(sealer.open(wordsSealed, placeOfWords(id))) as Words);
