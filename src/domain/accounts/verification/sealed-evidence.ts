import type { Place, Sealer } from "../../../kit/seal.ts";

const noteOf = (accountId: number): Place => ["verifications.note_sealed", accountId];
const fileOf = (accountId: number): Place => ["verifications.file_sealed", accountId];

/** Bound to the account: its id is known before the row's. */
export const sealNote = (sealer: Sealer, accountId: number, note: string): Buffer =>
  sealer.seal(note, noteOf(accountId));
export const sealFile = (sealer: Sealer, accountId: number, data: string): Buffer =>
  sealer.seal(data, fileOf(accountId));

export const openNote = (sealer: Sealer, accountId: number, sealed: Buffer | null): string | null =>
  sealed && sealer.open(sealed, noteOf(accountId));
export const openFile = (sealer: Sealer, accountId: number, sealed: Buffer | null): string | null =>
  sealed && sealer.open(sealed, fileOf(accountId));
