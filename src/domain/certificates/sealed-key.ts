import type { Place, Sealer } from "../../kit/seal.ts";

/** Bound to the public key, which is known before the row is. */
const placeOf = (publicKey: Buffer): Place => [
  "certificate_keys.private_sealed",
  publicKey.toString("base64url"),
];

export const sealKey = (sealer: Sealer, publicKey: Buffer, privateKey: string): Buffer =>
  sealer.seal(privateKey, placeOf(publicKey));

export const openKey = (sealer: Sealer, row: { publicKey: Buffer; privateSealed: Buffer }): string =>
  sealer.open(row.privateSealed, placeOf(row.publicKey));
