import { openSettings } from "../../domain/sources/sealed-settings.ts";
import type { Nonces } from "../../domain/sources/nonces.ts";
import type { SourceByToken } from "../../domain/sources/source.ts";
import type { Sealer } from "../../kit/seal.ts";
import { sourceKinds } from "./kinds.ts";
import type { OpenSource } from "./source-kind.ts";

/**
 * Opens sources from their rows; null for a kind that receives nothing. A row's sealed settings change whenever the
 * row's settings do, so the opened source can be reused as long as the bytes are the same.
 */
export function createOpener(sealer: Sealer, nonces: Nonces): (source: SourceByToken) => OpenSource | null {
  const opened = new Map<number, { sealed: Buffer; source: OpenSource }>();
  return (row) => {
    const { id, kind: name, settingsSealed } = row;
    const known = opened.get(id);
    if (known?.sealed.equals(settingsSealed)) return known.source;
    const kind = sourceKinds.get(name);
    if (!kind) return null;
    try {
      const source = kind.open(openSettings(sealer, row), {
        isFirst: (nonce, message, at) => nonces.isFirst(id, nonce, message, at),
      });
      opened.set(id, { sealed: settingsSealed, source });
      return source;
    } catch (error) {
      // A fault of ours and not of the caller, hence no Refusal; the cause names the setting, never its value.
      throw new Error(`the settings of source ${id} cannot be used`, { cause: error });
    }
  };
}
