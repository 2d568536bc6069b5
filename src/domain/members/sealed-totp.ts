import type { Place, Sealer } from "../../kit/seal.ts";
import type { Member } from "./member.ts";

export const placeOfTotp = (memberId: number): Place => ["members.totp_sealed", memberId];
export const placeOfPendingTotp = (memberId: number): Place => ["members.totp_pending_sealed", memberId];

export const sealTotp = (sealer: Sealer, memberId: number, secret: string): Buffer =>
  sealer.seal(secret, placeOfTotp(memberId));

export const sealPendingTotp = (sealer: Sealer, memberId: number, secret: string): Buffer =>
  sealer.seal(secret, placeOfPendingTotp(memberId));

export const openTotp = (sealer: Sealer, { id, totpSealed }: Member): string | null =>
  totpSealed && sealer.open(totpSealed, placeOfTotp(id));

export const openPendingTotp = (sealer: Sealer, { id, totpPendingSealed }: Member): string | null =>
  totpPendingSealed && sealer.open(totpPendingSealed, placeOfPendingTotp(id));
