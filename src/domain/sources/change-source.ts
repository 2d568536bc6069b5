import { newToken, sha256 } from "../../kit/secrets.ts";
import { recordAction } from "../audit/record-action.ts";
import type { Deps } from "../deps.ts";
import { endLinesOf } from "../lines/keep-lines.ts";
import { tokenPrefix } from "./create-source.ts";
import { sourceNotFound } from "./errors.ts";
import { requireSource } from "./require-source.ts";
import { openSettings, sealSettings } from "./sealed-settings.ts";
import { lockSource, retireSource as writeRetired, setSourceAccess } from "./sql.ts";

type SourceDeps = Pick<Deps, "db" | "clock" | "sealer">;

export interface Rotated {
  kind: string;
  token: string;
  settings: object;
}

/**
 * Gives a source a new address, and the settings that `change` derives from the old ones (a new secret). The old
 * address and secret stop working at once.
 */
export function rotateSource(
  { db, clock, sealer }: SourceDeps,
  input: { id: number; change: (kind: string, settings: unknown) => object; actor: string },
): Promise<Rotated> {
  const { id, change, actor } = input;
  return db.transaction(async (tx) => {
    const source = await requireSource(tx, id);
    const settings = change(source.kind, openSettings(sealer, source));
    const token = newToken(tokenPrefix);
    const tokenHash = sha256(token);
    await setSourceAccess(tx, id, tokenHash, sealSettings(sealer, tokenHash, settings));
    await recordAction(tx, { at: clock.now(), actor, action: "source.rotate", subject: `source ${id}` });
    return { kind: source.kind, token, settings };
  });
}

/** Retires a source for good: it can deliver nothing more. Its messages stay. */
export function retireSource(
  { db, clock }: SourceDeps,
  { id, actor }: { id: number; actor: string },
): Promise<Date> {
  const at = clock.now();
  return db.transaction(async (tx) => {
    const source = await lockSource(tx, id);
    if (!source) throw sourceNotFound(id);
    if (source.retiredAt) return source.retiredAt;
    await writeRetired(tx, id, at);
    await endLinesOf(tx, id, at);
    await recordAction(tx, { at, actor, action: "source.retire", subject: `source ${id}` });
    return at;
  });
}
