import type { Place, Sealer } from "../../kit/seal.ts";

const placeOf = (orderId: number): Place => ["sandbox_messages.text_sealed", orderId];

export const sealScheduled = (sealer: Sealer, orderId: number, text: string): Buffer =>
  sealer.seal(text, placeOf(orderId));

export const openScheduled = (sealer: Sealer, message: { orderId: number; textSealed: Buffer }): string =>
  sealer.open(message.textSealed, placeOf(message.orderId));
