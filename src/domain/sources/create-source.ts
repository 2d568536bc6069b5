import { newToken, sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { sealSettings } from "./sealed-settings.ts";
import { insertSource, lockSourceOfKind } from "./sql.ts";

export interface CreatedSource {
  id: number;
  /** Part of the source's address: whoever knows it may deliver messages, unless the source also needs a secret. */
  token: string;
}

export const tokenPrefix = "in_";

/** Creates a source; its token is only shown now. `settings` are specific to the kind (edges/inbound). */
export function createSource(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  input: { kind: string; name: string; settings: object; actor: string },
): Promise<CreatedSource> {
  const { kind, name, settings, actor } = input;
  const at = clock.now();
  const token = newToken(tokenPrefix);
  const tokenHash = sha256(token);
  return db.transaction(async (tx) => {
    const id = await insertSource(
      tx,
      { kind, name, tokenHash, settingsSealed: sealSettings(sealer, tokenHash, settings) },
      at,
    );
    await recordAction(tx, {
      at,
      actor,
      action: "source.create",
      subject: `source ${id}`,
      detail: { kind, name },
    });
    return { id, token };
  });
}

/** The one source of a kind that the platform uses internally (the sandbox); it receives nothing over HTTP. */
export function ensureSource(
  { db, clock, sealer }: Pick<Deps, "db" | "clock" | "sealer">,
  kind: string,
): Promise<number> {
  return db.transaction(async (tx) => {
    const known = await lockSourceOfKind(tx, kind);
    if (known !== null) return known;
    const unknownToken = sha256(newToken(tokenPrefix));
    return insertSource(
      tx,
      { kind, name: kind, tokenHash: unknownToken, settingsSealed: sealSettings(sealer, unknownToken, {}) },
      clock.now(),
    );
  });
}
