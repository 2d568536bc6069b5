import type { Place, Sealer } from "../../kit/seal.ts";
import type { SourceByToken } from "./source.ts";

/** A source's address and its settings are created together and change together. */
export const placeOfSettings = (tokenHash: Buffer): Place => ["sources.settings", tokenHash.toString("hex")];

export const sealSettings = (sealer: Sealer, tokenHash: Buffer, settings: object): Buffer =>
  sealer.seal(JSON.stringify(settings), placeOfSettings(tokenHash));

export const openSettings = (
  sealer: Sealer,
  source: Pick<SourceByToken, "tokenHash" | "settingsSealed">,
): unknown => JSON.parse(sealer.open(source.settingsSealed, placeOfSettings(source.tokenHash)));
