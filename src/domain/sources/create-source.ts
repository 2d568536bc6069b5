import { newToken, sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { sealSettings } from "./sealed-settings.ts";
import { insertSource, lockSourceOfKind } from "./sql.ts";

export interface CreatedSource {
  id: number;
  /** Part of the source's address: whoever knows it may hand in messages, as far as the source's secret allows. */
  token: string;
}

export const tokenPrefix = "in_";

/** Makes a source; its token is shown this once. `settings` are the kind's own (edges/inbound). */
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

/** The one source of a kind that the platform keeps for itself (the sandbox); nothing comes in for it over HTTP. */
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
