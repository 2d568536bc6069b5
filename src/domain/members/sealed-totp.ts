import type { Place, Sealer } from "../../kit/seal.ts";
import type { Member } from "./member.ts";

const placeOf = (memberId: number): Place => ["members.totp_sealed", memberId];
const pendingPlaceOf = (memberId: number): Place => ["members.totp_pending_sealed", memberId];

export const sealTotp = (sealer: Sealer, memberId: number, secret: string): Buffer =>
  sealer.seal(secret, placeOf(memberId));

export const sealPendingTotp = (sealer: Sealer, memberId: number, secret: string): Buffer =>
  sealer.seal(secret, pendingPlaceOf(memberId));

export const openTotp = (sealer: Sealer, { id, totpSealed }: Member): string | null =>
  totpSealed && sealer.open(totpSealed, placeOf(id));

export const openPendingTotp = (sealer: Sealer, { id, totpPendingSealed }: Member): string | null =>
  totpPendingSealed && sealer.open(totpPendingSealed, pendingPlaceOf(id));
